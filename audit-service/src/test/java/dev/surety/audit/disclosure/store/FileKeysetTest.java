package dev.surety.audit.disclosure.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.KeyUnavailableException;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.audit.secret.SecretFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeysetTest {
    private static final UUID ID = UUID.fromString("0193b0a0-0000-7000-8000-000000000001");
    private static final byte[] SECRET = new byte[SubjectKey.LENGTH];

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path directory;

    private SecretFile file;

    @BeforeEach
    void place() {
        file = new SecretFile(directory.resolve("keyset.json"));
    }

    @Test
    void unwrapsAfterARestartWhatItWrapped() {
        WrappedKey wrapped = FileKeyset.create(file, random).wrap(ID, "acme", KeyHolder.CUSTOMER, SECRET);

        SubjectKey key = FileKeyset.read(file, random).unwrap(wrapped);

        assertThat(key.handleOf("customer", "c-1"))
                .isEqualTo(new SubjectKey(ID, "acme", KeyHolder.CUSTOMER, SECRET).handleOf("customer", "c-1"));
        assertThat(wrapped.epoch()).isEqualTo(1);
    }

    @Test
    void doesNotUnwrapAKeyForAnotherTenantHolderOrId() {
        FileKeyset keyset = FileKeyset.create(file, random);
        byte[] wrapped = keyset.wrap(ID, "acme", KeyHolder.CUSTOMER, SECRET).wrapped();

        refuses(keyset, new WrappedKey(ID, "globex", KeyHolder.CUSTOMER, wrapped, 1));
        refuses(keyset, new WrappedKey(ID, "acme", KeyHolder.AGENT, wrapped, 1));
        refuses(keyset, new WrappedKey(UUID.randomUUID(), "acme", KeyHolder.CUSTOMER, wrapped, 1));
        refuses(keyset, new WrappedKey(ID, "acme", KeyHolder.CUSTOMER, wrapped, 2));
    }

    @Test
    void doesNotUnwrapWithAnotherKeyset() {
        WrappedKey wrapped = FileKeyset.create(file, random).wrap(ID, "acme", KeyHolder.CUSTOMER, SECRET);

        refuses(FileKeyset.create(new SecretFile(directory.resolve("other.json")), random), wrapped);
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        assertThatExceptionOfType(KeyUnavailableException.class)
                .isThrownBy(() -> FileKeyset.read(file, random))
                .withMessageContaining("Bring the file back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{\"version\":1,\"current\":2,\"keys\":{\"1\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}",
                "{\"version\":1,\"current\":1,\"keys\":{\"1\":\"AAAA\"}}",
                "{\"version\":1,\"current\":1,\"keys\":{\"one\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}"
            })
    void refusesADamagedFile(String content) {
        file.write(content.getBytes(UTF_8));

        assertThatExceptionOfType(KeyUnavailableException.class)
                .isThrownBy(() -> FileKeyset.read(file, random))
                .withMessageContaining("damaged");
    }

    private static void refuses(FileKeyset keyset, WrappedKey key) {
        assertThatExceptionOfType(KeyUnavailableException.class).isThrownBy(() -> keyset.unwrap(key));
    }
}
