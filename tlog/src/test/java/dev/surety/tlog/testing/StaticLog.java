package dev.surety.tlog.testing;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.tile.BundleCoordinates;
import dev.surety.tlog.tile.EntryBundle;
import dev.surety.tlog.tile.ResourceFetcher;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TileCoordinates;
import dev.surety.tlog.tile.TileLayout;
import dev.surety.tlog.tile.TreeEdge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A log as a folder in memory: every file that tlog-tiles asks for, open to tampering. */
public final class StaticLog implements ResourceFetcher {
    private final Map<String, byte[]> files = new TreeMap<>();

    /** The files of a log with these entries, signed by this key. */
    public static StaticLog of(SignerKey key, List<byte[]> entries) {
        StaticLog log = new StaticLog();
        List<Hash> leaves = entries.stream().map(MerkleHashing::leafHash).toList();
        TreeEdge.Extension extension = TreeEdge.EMPTY.extendedBy(leaves);
        for (Tile tile : extension.completed()) {
            log.put(tile.coordinates().path(), tile.bytes());
        }
        for (Tile tile : extension.edge().partialTiles()) {
            log.put(tile.coordinates().path(), tile.bytes());
        }
        for (int first = 0; first < entries.size(); first += TileCoordinates.FULL_WIDTH) {
            BundleCoordinates bundle = TileLayout.bundle(first / TileCoordinates.FULL_WIDTH, entries.size())
                    .orElseThrow();
            List<byte[]> content = entries.subList(first, first + bundle.width());
            log.put(bundle.path(), EntryBundle.of(bundle, content).bytes());
        }
        log.put(
                "checkpoint",
                new Checkpoint(key.name(), entries.size(), extension.edge().root())
                        .sign(key)
                        .bytes());
        return log;
    }

    /** Adds or replaces a file. */
    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** Removes a file. */
    public void remove(String path) {
        files.remove(path);
    }

    /** All files by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    @Override
    public Optional<byte[]> fetch(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
