package dev.surety.tlog.verification;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.tile.BundleCoordinates;
import dev.surety.tlog.tile.FetchedLog;
import dev.surety.tlog.tile.MissingResourceException;
import dev.surety.tlog.tile.ResourceFetcher;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TileCoordinates;
import dev.surety.tlog.tile.TileLayout;
import dev.surety.tlog.tile.TreeEdge;
import dev.surety.tlog.verification.LogVerdict.Damaged;
import dev.surety.tlog.verification.LogVerdict.Intact;
import dev.surety.tlog.verification.LogVerdict.Unsigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks a whole log offline: the checkpoint's signature, every entry against its tile of level 0, every tile against
 * the one below, and the root. All hashes are computed again from the entries; nothing that the log serves is taken
 * for granted. Needs memory for one bundle and the edge of the tree, whatever the size of the log.
 */
public final class LogVerifier {
    private static final int LEVELS_PER_TILE = 8;

    private final FetchedLog log;
    private final VerifierKey key;

    public LogVerifier(ResourceFetcher fetcher, VerifierKey key) {
        this.log = new FetchedLog(fetcher);
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Checks the log up to its current checkpoint.
     *
     * @throws IOException when a file cannot be fetched; a file that is missing is a finding instead
     */
    public LogVerdict verify() throws IOException {
        try {
            return verifyUpTo(Checkpoint.open(SignedNote.parse(log.checkpoint()), key));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (UntrustedNoteException | TlogFormatException | MissingResourceException e) {
            return new Unsigned(Objects.requireNonNullElse(e.getMessage(), "unreadable"));
        }
    }

    private LogVerdict verifyUpTo(Checkpoint checkpoint) {
        TreeEdge edge = TreeEdge.EMPTY;
        while (edge.size() < checkpoint.size()) {
            BundleCoordinates bundle = TileLayout.bundle(edge.size() / TileCoordinates.FULL_WIDTH, checkpoint.size())
                    .orElseThrow();
            TreeEdge.Extension extension;
            try {
                extension = edge.extendedBy(log.bundle(bundle).leafHashes());
            } catch (TlogFormatException | MissingResourceException e) {
                return new Damaged(
                        checkpoint,
                        edge.size(),
                        edge.size() + bundle.width() - 1,
                        bundle.path(),
                        "its bundle cannot be read: " + e.getMessage());
            }
            Optional<Damaged> damage = damage(checkpoint, extension.completed());
            if (damage.isPresent()) {
                return damage.get();
            }
            edge = extension.edge();
        }
        Optional<Damaged> damage = damage(checkpoint, edge.partialTiles());
        if (damage.isPresent()) {
            return damage.get();
        }
        return edge.root().equals(checkpoint.root())
                ? new Intact(checkpoint)
                : new Damaged(
                        checkpoint,
                        0,
                        Math.max(0, checkpoint.size() - 1),
                        "checkpoint",
                        "the entries and tiles lead to another root than the signed one");
    }

    /** Compares tiles that were computed from the entries with those that the log serves. */
    private Optional<Damaged> damage(Checkpoint checkpoint, List<Tile> computed) {
        for (Tile tile : computed) {
            TileCoordinates coordinates = tile.coordinates();
            Tile served;
            try {
                served = log.tile(coordinates);
            } catch (TlogFormatException | MissingResourceException e) {
                String reason = "a tile above it cannot be read: " + e.getMessage();
                return Optional.of(damaged(checkpoint, coordinates, 0, coordinates.width() - 1, reason));
            }
            if (!served.equals(tile)) {
                int position = firstDifference(tile.hashes(), served.hashes());
                String reason = "it does not hash to hash " + position + " of the tile";
                return Optional.of(damaged(checkpoint, coordinates, position, position, reason));
            }
        }
        return Optional.empty();
    }

    /** Damage below the hashes {@code first} to {@code last} of a tile. */
    private static Damaged damaged(Checkpoint checkpoint, TileCoordinates tile, int first, int last, String reason) {
        int height = tile.level() * LEVELS_PER_TILE;
        long start = tile.index() * TileCoordinates.FULL_WIDTH;
        return new Damaged(
                checkpoint, (start + first) << height, ((start + last + 1) << height) - 1, tile.path(), reason);
    }

    private static int firstDifference(List<Hash> computed, List<Hash> served) {
        int position = 0;
        while (computed.get(position).equals(served.get(position))) {
            position++;
        }
        return position;
    }
}
