package dev.surety.tlog.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.Entries;
import dev.surety.tlog.testing.StaticLog;
import dev.surety.tlog.tile.BundleCoordinates;
import dev.surety.tlog.tile.EntryBundle;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TileCoordinates;
import dev.surety.tlog.verification.LogVerdict.Damaged;
import dev.surety.tlog.verification.LogVerdict.Intact;
import dev.surety.tlog.verification.LogVerdict.Unsigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifierTest {
    private static final SignerKey KEY = SignerKey.of("example.com/log", new byte[32]);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1000, 65_536, 70_000})
    void anHonestLogIsIntact(int size) throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(size));

        LogVerdict verdict = verify(log);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Intact.class,
                        intact -> assertThat(intact.checkpoint().size()).isEqualTo(size));
        assertThat(verdict.description())
                .isEqualTo("All " + size + " entries of example.com/log lead to the signed root.");
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(1000));
        log.put("tile/entries/001", withEntry(1, 256, 300).bytes());

        assertThat(verify(log)).isInstanceOfSatisfying(Damaged.class, damaged -> {
            assertThat(damaged.firstBadIndex()).isEqualTo(300);
            assertThat(damaged.lastBadIndex()).isEqualTo(300);
            assertThat(damaged.description())
                    .isEqualTo("Entry 300 of example.com/log is not the one that was logged:"
                            + " it does not hash to hash 44 of the tile (tile/0/001).");
        });
    }

    @Test
    void aChangedEntryInThePartialBundleIsNamed() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(1000));
        log.put("tile/entries/003.p/232", withEntry(3, 232, 999).bytes());

        assertThat(verify(log))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        damaged -> assertThat(damaged.firstBadIndex()).isEqualTo(999));
    }

    @Test
    void theFirstOfSeveralChangedEntriesIsNamed() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(1000));
        log.put("tile/entries/002", withEntry(2, 256, 700).bytes());
        log.put("tile/entries/001", withEntry(1, 256, 400).bytes());

        assertThat(verify(log))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        damaged -> assertThat(damaged.firstBadIndex()).isEqualTo(400));
    }

    @Test
    void anEntryThatWasChangedTogetherWithItsTileIsNarrowedDownToThatTile() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(1000));
        EntryBundle forged = withEntry(1, 256, 300);
        log.put("tile/entries/001", forged.bytes());
        log.put(
                "tile/0/001",
                Tile.of(TileCoordinates.full(0, 1), forged.leafHashes()).bytes());

        assertThat(verify(log)).isInstanceOfSatisfying(Damaged.class, damaged -> {
            assertThat(damaged.path()).isEqualTo("tile/1/000.p/3");
            assertThat(damaged.firstBadIndex()).isEqualTo(256);
            assertThat(damaged.lastBadIndex()).isEqualTo(511);
        });
    }

    @Test
    void aLogThatWasRewrittenAsAWholeDoesNotLeadToTheSignedRoot() throws IOException {
        StaticLog honest = StaticLog.of(KEY, Entries.numbered(1000));
        List<byte[]> rewritten = new ArrayList<>(Entries.numbered(1000));
        rewritten.set(300, new byte[] {1});
        StaticLog forged = StaticLog.of(KEY, rewritten);
        forged.put("checkpoint", honest.files().get("checkpoint"));

        assertThat(verify(forged)).isInstanceOfSatisfying(Damaged.class, damaged -> {
            assertThat(damaged.path()).isEqualTo("checkpoint");
            assertThat(damaged.firstBadIndex()).isZero();
            assertThat(damaged.lastBadIndex()).isEqualTo(999);
        });
    }

    @Test
    void noFileCanBeChangedRemovedCutOrContinuedUnnoticed() throws IOException {
        StaticLog honest = StaticLog.of(KEY, Entries.numbered(600));
        assertThat(honest.files())
                .containsOnlyKeys(
                        "checkpoint",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/000",
                        "tile/entries/001",
                        "tile/entries/002.p/88");

        for (String path : honest.files().keySet()) {
            byte[] content = honest.files().get(path);
            for (byte[] changed : List.of(
                    BitFlip.flip(content, 0),
                    BitFlip.flip(content, content.length * Byte.SIZE / 2),
                    BitFlip.flip(content, content.length * Byte.SIZE - 1),
                    Arrays.copyOf(content, content.length - 1),
                    Arrays.copyOf(content, content.length + 1),
                    new byte[0])) {
                StaticLog log = StaticLog.of(KEY, Entries.numbered(600));
                log.put(path, changed);
                assertThat(verify(log)).as("%s changed", path).isNotInstanceOf(Intact.class);
            }
            StaticLog log = StaticLog.of(KEY, Entries.numbered(600));
            log.remove(path);
            assertThat(verify(log)).as("%s removed", path).isNotInstanceOf(Intact.class);
        }
    }

    @Test
    void aPartialFileMayBeGoneOnceTheFullOneExists() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(600));
        StaticLog grown = StaticLog.of(KEY, Entries.numbered(66_000));
        grown.put("checkpoint", log.files().get("checkpoint"));

        assertThat(verify(grown)).isInstanceOf(Intact.class);
    }

    @Test
    void aLogWithoutAValidCheckpointIsUnsigned() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(3));
        SignerKey impostor = SignerKey.of(
                "example.com/log", KEY.name().repeat(3).substring(0, 32).getBytes(StandardCharsets.US_ASCII));

        assertThat(new LogVerifier(log, impostor.verifierKey()).verify()).isInstanceOf(Unsigned.class);
        log.remove("checkpoint");
        assertThat(verify(log)).isEqualTo(new Unsigned("checkpoint is missing"));
        assertThat(verify(log).description()).isEqualTo("The log has no valid checkpoint: checkpoint is missing");
    }

    @Test
    void aRootThatIsSignedButWrongIsFound() throws IOException {
        StaticLog log = StaticLog.of(KEY, Entries.numbered(3));
        Checkpoint wrong = new Checkpoint(KEY.name(), 3, MerkleHashing.leafHash(new byte[0]));
        log.put("checkpoint", wrong.sign(KEY).bytes());

        assertThat(verify(log))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        damaged -> assertThat(damaged.checkpoint()).isEqualTo(wrong));
    }

    @Test
    void anUnreachableLogIsNoFinding() {
        LogVerifier verifier = new LogVerifier(
                path -> {
                    throw new IOException("connection refused while fetching " + path);
                },
                KEY.verifierKey());

        assertThatThrownBy(verifier::verify)
                .isInstanceOf(IOException.class)
                .hasMessage("connection refused while fetching checkpoint");
    }

    private static LogVerdict verify(StaticLog log) throws IOException {
        return new LogVerifier(log, KEY.verifierKey()).verify();
    }

    /** The bundle with one entry replaced. */
    private static EntryBundle withEntry(int bundle, int width, int index) {
        List<byte[]> entries = new ArrayList<>(Entries.numbered(1000).subList(bundle * 256, bundle * 256 + width));
        entries.set(index - bundle * 256, "forged".getBytes(StandardCharsets.UTF_8));
        return EntryBundle.of(new BundleCoordinates(bundle, width), entries);
    }
}
