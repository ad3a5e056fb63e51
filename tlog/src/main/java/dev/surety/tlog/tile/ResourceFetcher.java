package dev.surety.tlog.tile;

import java.io.IOException;
import java.util.Optional;

/** Fetches a log's files by their path relative to the log's prefix: from a server, a folder or an archive. */
@FunctionalInterface
public interface ResourceFetcher {
    /**
     * The content of the file; empty when there is none.
     *
     * @throws IOException when it cannot be told whether there is one
     */
    Optional<byte[]> fetch(String path) throws IOException;
}
