package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a server runs: who answers for its process, where it keeps its data and its log, and on which port it listens.
 */
public record Place(Roster roster, Path data, Path log, int port) {
    public Place {
        requireNonNull(roster, "roster");
        requireNonNull(data, "data");
        requireNonNull(log, "log");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, but is " + port);
        }
    }
}
