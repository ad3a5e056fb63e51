package dev.surety.launcher.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process listens on a port, from Linux' /proc (proc(5)); elsewhere it says which command tells. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** Words to put behind "is taken": who holds the port, or how to find out. */
    static String describe(int port) {
        return processOn(port)
                .map(holder -> " by process %d (%s)".formatted(holder.pid(), nameOf(holder)))
                .orElse(" (see: lsof -iTCP:%d -sTCP:LISTEN)".formatted(port));
    }

    private static String nameOf(ProcessHandle process) {
        return process.info().command().orElse("of another user");
    }

    private static Optional<ProcessHandle> processOn(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> linesOf(PROC.resolve(table)).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .flatMap(socket -> ProcessHandle.allProcesses().filter(process -> holds(process, socket)))
                .findFirst();
    }

    private static List<String> linesOf(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(Long.toString(process.pid())).resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
