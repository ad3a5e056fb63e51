package dev.surety.audit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surety.audit.testing.InMemoryKeys;
import dev.surety.audit.testing.InMemoryLog;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.tile.TreeEdge;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointerTest {
    private static final SignerKey KEY = SignerKey.generate(InMemoryLog.ORIGIN, new SecureRandom());
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryLog log = new InMemoryLog(new InMemoryKeys());
    private final Checkpointer checkpointer = checkpointer(log, KEY);

    @Test
    void signsTheEmptyLog() throws Exception {
        StoredCheckpoint signed = checkpointer.sign().orElseThrow();

        assertThat(Checkpoint.open(signed.note(), KEY.verifierKey()))
                .isEqualTo(new Checkpoint(InMemoryLog.ORIGIN, 0, MerkleHashing.EMPTY_ROOT));
    }

    @Test
    void signsAgainOnlyWhenTheLogGrew() {
        StoredCheckpoint first = checkpointer.sign().orElseThrow();
        StoredCheckpoint same = checkpointer.sign().orElseThrow();
        append(log, 300);
        StoredCheckpoint grown = checkpointer.sign().orElseThrow();

        assertThat(same).isEqualTo(first);
        assertThat(grown.size()).isEqualTo(300);
        assertThat(log.checkpoints.keySet()).containsExactly(0L, 300L);
    }

    @Test
    void remembersOutsideTheDatabaseWhatItSigned() {
        append(log, 3);

        StoredCheckpoint signed = checkpointer.sign().orElseThrow();

        assertThat(log.read()).contains(signed.note());
    }

    @Test
    void refusesToSignALogThatIsBehindTheLastCheckpoint() {
        append(log, 10);
        StoredCheckpoint signed = checkpointer.sign().orElseThrow();
        InMemoryLog restored = new InMemoryLog(new InMemoryKeys());
        append(restored, 9);
        restored.write(signed.note());

        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> checkpointer(restored, KEY).sign())
                .withMessageContaining("9 entries")
                .withMessageContaining("10 entries was signed");
        assertThat(restored.checkpoints).isEmpty();
    }

    @Test
    void refusesToSignALogThatWasRestoredAndGrewDifferently() {
        append(log, 10);
        StoredCheckpoint signed = checkpointer.sign().orElseThrow();
        InMemoryLog restored = new InMemoryLog(new InMemoryKeys());
        append(restored, 9);
        append(restored, 600, "another text");
        restored.write(signed.note());

        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> checkpointer(restored, KEY).sign())
                .withMessageContaining("does not continue the checkpoint");
        assertThat(restored.checkpoints).isEmpty();
    }

    @Test
    void refusesToGoOnWithAnotherKey() {
        append(log, 2);
        var _ = checkpointer.sign();
        SignerKey another = SignerKey.generate(InMemoryLog.ORIGIN, new SecureRandom());

        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> checkpointer(log, another).sign())
                .withMessageContaining("own key back");
    }

    @Test
    void keepsTheWriterFromALogThatIsBehind() {
        append(log, 10);
        StoredCheckpoint signed = checkpointer.sign().orElseThrow();
        InMemoryLog restored = new InMemoryLog(new InMemoryKeys());
        restored.write(signed.note());
        LogWriter writer = new LogWriter(
                restored,
                restored,
                new RollbackGuard(restored, KEY.verifierKey(), restored),
                new LogWriter.Tenancy("writer", Duration.ofSeconds(5)),
                Clock.systemUTC());

        assertThatExceptionOfType(LogIntegrityException.class).isThrownBy(writer::take);
    }

    private static Checkpointer checkpointer(InMemoryLog log, SignerKey key) {
        RollbackGuard guard = new RollbackGuard(log, key.verifierKey(), log);
        return new Checkpointer(log, log, guard, key, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void append(InMemoryLog log, int count) {
        append(log, count, "text");
    }

    private static void append(InMemoryLog log, int count, String text) {
        Lease lease = log.acquire("test", Duration.ofSeconds(5)).orElseThrow();
        TreeEdge before = TreeEdge.resume(log.entries.size(), new StoredTiles(log));
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long index = before.size() + i;
            byte[] body = (text + index).getBytes(UTF_8);
            entries.add(new LogEntry(
                    index, EntryKind.EVENT, "acme", null, null, null, NOW, null, MerkleHashing.leafHash(body), body));
        }
        TreeEdge.Extension extension =
                before.extendedBy(entries.stream().map(LogEntry::leafHash).toList());
        LedgerBatch batch = new LedgerBatch(
                before,
                extension.edge(),
                entries,
                extension.completed(),
                List.of(),
                new LedgerBatch.Sealed(List.of(), List.of(), List.of()),
                Map.of());
        log.append(lease, Duration.ofSeconds(5), batch);
        log.release(lease);
    }
}
