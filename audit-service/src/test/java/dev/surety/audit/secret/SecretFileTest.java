package dev.surety.audit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    Path directory;

    @Test
    void isForItsOwnerOnly() throws IOException {
        SecretFile file = new SecretFile(directory.resolve("keys/log.key"));

        file.write("secret".getBytes(UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(file.read()).hasValue("secret".getBytes(UTF_8));
    }

    @Test
    void isReplacedAsAWhole() {
        SecretFile file = new SecretFile(directory.resolve("mark"));
        file.write("a long first content".getBytes(UTF_8));

        file.write("short".getBytes(UTF_8));

        assertThat(file.read()).hasValue("short".getBytes(UTF_8));
        assertThat(directory).isDirectoryContaining(path -> path.endsWith("mark"));
        assertThat(directory.toFile().list()).containsExactly("mark");
    }

    @Test
    void isWrittenAlthoughACrashLeftAPartBehind() throws IOException {
        Files.writeString(directory.resolve(".mark.next"), "half of");
        SecretFile file = new SecretFile(directory.resolve("mark"));

        file.write("whole".getBytes(UTF_8));

        assertThat(file.read()).hasValue("whole".getBytes(UTF_8));
    }

    @Test
    void isEmptyWhereThereIsNone() {
        assertThat(new SecretFile(directory.resolve("absent")).read()).isEmpty();
    }

    @Test
    void isRefusedWhenOthersMayReadIt() throws IOException {
        Path path = directory.resolve("open");
        Files.writeString(path, "secret");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretFile(path).read())
                .withMessageContaining("chmod 600");
    }
}
