package dev.surety.guardrail.pseudonym.store;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.pseudonym.PseudonymKey;
import dev.surety.guardrail.pseudonym.PseudonymKeyStore;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/** The key in a file of 32 bytes, read when the service starts; a file that others may read keeps it from starting. */
@Startup
@Singleton
public class FilePseudonymKeyStore implements PseudonymKeyStore {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Optional<PseudonymKey> key;

    @Inject
    FilePseudonymKeyStore(GuardrailConfig config) {
        this(config.pseudonyms().keyFile(), config.pseudonyms().createKey());
    }

    FilePseudonymKeyStore(Optional<Path> file, boolean create) {
        key = file.map(path -> read(path.toAbsolutePath(), create));
    }

    @Override
    public Optional<PseudonymKey> key() {
        return key;
    }

    private static PseudonymKey read(Path file, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                create(file);
            }
            if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(file + " may be used by others than its owner. It holds a secret: give"
                        + " it the permissions 0600 (chmod 600) and start again.");
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != PseudonymKey.LENGTH) {
                throw new IllegalStateException(file + " has " + secret.length + " bytes, and a key has "
                        + PseudonymKey.LENGTH + ": write that many random ones into it (head -c 32 /dev/urandom)");
            }
            return new PseudonymKey(secret);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    file + " cannot be read: guardrail.pseudonyms.key-file names the key of the pseudonyms", failure);
        }
    }

    /** Only one of several that start at once makes it; it appears complete. */
    private static void create(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory != null) {
            Path _ = Files.createDirectories(directory);
        }
        byte[] secret = new byte[PseudonymKey.LENGTH];
        new SecureRandom().nextBytes(secret);
        FileAttribute<?>[] attributes = posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path next = Files.createTempFile(directory, ".pseudonyms", ".next", attributes);
        try {
            Path _ = Files.write(next, secret);
            Path _ = Files.createLink(file, next);
        } catch (FileAlreadyExistsException another) {
            // Another replica was first; its key is the one.
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
