package dev.surety.launcher.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.launcher.server.Processes.Farewell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that this program has started, written down on disk as they start. When the program ends, they end;
 * when it is killed, the next program that opens a roster finds them, ends exactly those, and deletes what they left.
 */
public final class Roster implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String OWNER = "owner.json";

    private final Workspace workspace;
    private final Path folder;
    private final Thread closer = Thread.ofPlatform().name("roster-closer").unstarted(this::endAll);
    private volatile Runnable beforeEnding = () -> {};
    private volatile boolean ending;
    private int entries;

    private Roster(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * Ends what killed programs have left, then opens the roster of this program.
     *
     * @param purpose what the program does, for a person who reads the folder
     */
    public static Roster open(Workspace workspace, String purpose) {
        endLeftovers(workspace);
        ProcessHandle self = ProcessHandle.current();
        ProcessIdentity identity = ProcessIdentity.of(self);
        Roster roster = new Roster(workspace, freeFolder(workspace, identity));
        roster.write(OWNER, new Entry(purpose, identity, 0, Farewell.TERMINATE));
        Runtime.getRuntime().addShutdownHook(roster.closer);
        return roster;
    }

    private static Path freeFolder(Workspace workspace, ProcessIdentity identity) {
        try {
            Files.createDirectories(workspace.runs());
            for (int attempt = 0; ; attempt++) {
                Path candidate = workspace.runs().resolve(identity.pid() + "-" + attempt);
                if (!Files.exists(candidate)) {
                    return Files.createDirectory(candidate);
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write to %s: %s".formatted(workspace.runs(), e.getMessage()), e);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    /** A folder for what these processes keep on disk; it is deleted with the roster. */
    public Path scratch() {
        return folder.resolve("data");
    }

    /** Runs before the processes end because this program ends; says so to whoever watches, for example. */
    public void beforeEnding(Runnable action) {
        beforeEnding = action;
    }

    /** Whether this program is ending its processes, so that their end is no failure. */
    public boolean isEnding() {
        return ending;
    }

    synchronized void enter(String name, ProcessHandle process, Farewell farewell) {
        if (ending) {
            Processes.kill(process);
            throw new LaunchFailure(name + " is not started, because everything is about to stop.");
        }
        entries++;
        write(name + ".json", new Entry(name, ProcessIdentity.of(process), entries, farewell));
    }

    synchronized void leave(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, Entry entry) {
        Map<String, Object> record = Map.of(
                "name", entry.name(),
                "pid", entry.identity().pid(),
                "startedAt", entry.identity().startedAt().toString(),
                "order", entry.order(),
                "farewell", entry.farewell().name());
        try {
            // Written aside and moved, so that a reader never sees half a record.
            Path aside = folder.resolve(file + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), record);
            Files.move(aside, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Ends every process on the roster, the last one first, and deletes what they kept. */
    @Override
    public void close() {
        endAll();
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has nothing left to do.
            return;
        }
    }

    private void endAll() {
        if (!ending) {
            ending = true;
            beforeEnding.run();
        }
        endEverything();
    }

    private synchronized void endEverything() {
        endProcessesOf(folder);
        FileTree.delete(folder);
    }

    /**
     * Ends the processes of programs that were killed, and deletes their folders.
     *
     * @return the names of the processes that were ended
     */
    public static List<String> endLeftovers(Workspace workspace) {
        List<String> ended = new ArrayList<>();
        if (!Files.isDirectory(workspace.runs())) {
            return ended;
        }
        try (FileChannel channel = FileChannel.open(
                        workspace.state().resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            for (Path folder : foldersOf(workspace)) {
                if (ownerOf(folder).isEmpty()) {
                    ended.addAll(endProcessesOf(folder));
                    FileTree.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot clean up %s: %s".formatted(workspace.runs(), e.getMessage()), e);
        }
        return ended;
    }

    /** The programs with this purpose that run now. */
    public static List<ProcessHandle> running(Workspace workspace, String purpose) {
        if (!Files.isDirectory(workspace.runs())) {
            return List.of();
        }
        return foldersOf(workspace).stream()
                .map(folder -> folder.resolve(OWNER))
                .flatMap(file -> read(file).stream())
                .filter(entry -> entry.name().equals(purpose))
                .flatMap(entry -> entry.identity().find().stream())
                .toList();
    }

    private static List<Path> foldersOf(Workspace workspace) {
        try (Stream<Path> folders = Files.list(workspace.runs())) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> ownerOf(Path folder) {
        Path file = folder.resolve(OWNER);
        if (!Files.exists(file) && isYoung(folder)) {
            // Its program has made the folder and is about to sign it.
            return Optional.of(ProcessHandle.current());
        }
        return read(file).flatMap(entry -> entry.identity().find());
    }

    private static boolean isYoung(Path folder) {
        try {
            Duration age = Duration.ofMillis(System.currentTimeMillis()
                    - Files.getLastModifiedTime(folder).toMillis());
            return age.compareTo(GRACE) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> endProcessesOf(Path folder) {
        List<String> ended = new ArrayList<>();
        for (Entry entry : entriesOf(folder)) {
            entry.identity().find().ifPresent(process -> {
                // PostgreSQL's children keep its memory; they go with it.
                List<ProcessHandle> children = process.descendants().toList();
                Processes.end(process, entry.farewell(), GRACE);
                children.forEach(child -> Processes.end(child, Farewell.TERMINATE, GRACE));
                ended.add(entry.name());
            });
        }
        return ended;
    }

    private static List<Entry> entriesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(OWNER))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparingInt(Entry::order).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Entry> read(Path file) {
        try {
            JsonNode node = JSON.readTree(file.toFile());
            return Optional.of(new Entry(
                    node.path("name").asText(),
                    new ProcessIdentity(
                            node.path("pid").asLong(),
                            Instant.parse(node.path("startedAt").asText())),
                    node.path("order").asInt(),
                    Farewell.valueOf(node.path("farewell").asText())));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new LaunchFailure("%s cannot be read; delete it when nothing of Surety runs.".formatted(file), e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Entry(String name, ProcessIdentity identity, int order, Farewell farewell) {}
}
