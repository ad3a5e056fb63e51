package dev.surety.guardrail.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePseudonymKeyStoreTest {
    @TempDir
    Path directory;

    @Test
    void makesAKeyOnceAndKeepsIt() {
        Path file = directory.resolve("keys/pseudonyms.key");

        String first = code(new FilePseudonymKeyStore(Optional.of(file), true));
        String second = code(new FilePseudonymKeyStore(Optional.of(file), true));

        assertThat(second).isEqualTo(first);
        assertThat(file).hasSize(32);
    }

    @Test
    void onlyTheOwnerMayReadTheKeyThatItMakes() throws IOException {
        Path file = directory.resolve("pseudonyms.key");

        var _ = new FilePseudonymKeyStore(Optional.of(file), true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        Path file = Files.write(directory.resolve("open.key"), new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new FilePseudonymKeyStore(Optional.of(file), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesAKeyOfAnotherLength() throws IOException {
        Path file = Files.write(directory.resolve("short.key"), new byte[31]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> new FilePseudonymKeyStore(Optional.of(file), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("31 bytes");
    }

    @Test
    void doesNotMakeAKeyUnasked() {
        assertThatThrownBy(() -> new FilePseudonymKeyStore(Optional.of(directory.resolve("none.key")), false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("guardrail.pseudonyms.key-file");
    }

    @Test
    void hasNoKeyWithoutAFile() {
        assertThat(new FilePseudonymKeyStore(Optional.empty(), true).key()).isEmpty();
    }

    private static String code(FilePseudonymKeyStore store) {
        return store.key()
                .orElseThrow()
                .of("acme", "c-1")
                .code("pii.iban", "DE89")
                .orElseThrow();
    }
}
