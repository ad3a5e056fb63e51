package dev.surety.audit.secret;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A small file that only its owner may read and write. Writing replaces it as a whole and reaches the disk before it
 * returns: after a crash the file is the old one or the new one, never a part of either.
 */
public final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    public SecretFile(Path path) {
        this.path = requireNonNull(path, "path").toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /**
     * The content; empty when there is no such file.
     *
     * @throws IllegalStateException when others may read it
     */
    public Optional<byte[]> read() {
        try {
            byte[] content = Files.readAllBytes(path);
            refuseReadableByOthers();
            return Optional.of(content);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(path + " cannot be read", failure);
        }
    }

    /** Replaces the content. */
    public void write(byte[] content) {
        try {
            Path directory = requireNonNull(path.getParent(), "the file has no directory");
            createDirectory(directory);
            Path next = directory.resolve("." + path.getFileName() + ".next");
            Files.deleteIfExists(next);
            try (FileChannel channel = FileChannel.open(next, Set.of(CREATE_NEW, WRITE), ownerOnly(path))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    int _ = channel.write(bytes);
                }
                channel.force(true);
            }
            Path _ = Files.move(next, path, ATOMIC_MOVE, REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(path + " cannot be written", failure);
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path _ = posix(directory)
                    ? Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY))
                    : Files.createDirectories(directory);
        }
    }

    private void refuseReadableByOthers() throws IOException {
        if (posix(path) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            throw new IllegalStateException(path + " may be used by others than its owner. It holds a secret: give it"
                    + " the permissions 0600 (chmod 600) and start again.");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
