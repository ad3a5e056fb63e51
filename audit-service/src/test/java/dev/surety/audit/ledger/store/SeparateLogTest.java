package dev.surety.audit.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.ingest.Facts;
import dev.surety.audit.ingest.IngestService;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.FencedException;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.Source;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.audit.testing.Owner;
import dev.surety.audit.testing.RealLog;
import dev.surety.kit.database.Database;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.tlog.verification.LogVerifier;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealLog
class SeparateLogTest {
    private static final Source.Stream STREAM = new Source.Stream("surety.interactions.v1", 0);
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Inject
    Database database;

    @Inject
    SubjectKeyStore keys;

    @Inject
    KeyWrapping wrapping;

    @Test
    void growsOverManyTilesAndVerifiesAsAWhole() throws Exception {
        // Given
        SeparateLog log = new SeparateLog(database, 11);
        IngestService ingest = log.ingest(log.writer("writer", LEASE), keys, wrapping);
        assertThat(ingest.begin()).isTrue();

        // When: batches that end inside, at, and beyond the edges of tiles
        int offset = 0;
        for (int size : List.of(1, 255, 256, 257, 700, 3)) {
            var _ = ingest.ingest(events(offset, size), Map.of(STREAM, (long) offset + size));
            offset += size;
            var _ = log.checkpointer().sign();
        }

        // Then
        LogVerdict verdict = new LogVerifier(log.files(), log.key.verifierKey()).verify();
        assertThat(verdict.description()).startsWith("All 1472 entries");
        assertThat(verdict).isInstanceOf(LogVerdict.Intact.class);
        assertThat(log.writer("writer", LEASE).take()).isTrue();
        assertThat(log.ledger.positions()).containsEntry(STREAM, 1472L);
    }

    @Test
    void namesTheEntryThatSomebodyChangedInTheDatabase() throws Exception {
        // Given
        SeparateLog log = new SeparateLog(database, 12);
        IngestService ingest = log.ingest(log.writer("writer", LEASE), keys, wrapping);
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(events(0, 600), Map.of(STREAM, 600L));
        var _ = log.checkpointer().sign();

        // When
        Owner.tamper(
                "ledger.entry",
                "UPDATE ledger.entry SET body = convert_to(replace(convert_from(body, 'UTF8'),"
                        + " '\"turn\":321', '\"turn\":322'), 'UTF8') WHERE log_id = 12 AND seq = 321");

        // Then
        LogVerdict verdict = new LogVerifier(log.files(), log.key.verifierKey()).verify();
        assertThat(verdict).isInstanceOfSatisfying(LogVerdict.Damaged.class, damaged -> {
            assertThat(damaged.firstBadIndex()).isEqualTo(321);
            assertThat(damaged.lastBadIndex()).isEqualTo(321);
        });
    }

    @Test
    void signsNothingMoreAfterSomebodyRewroteTheTail() throws Exception {
        // Given
        SeparateLog log = new SeparateLog(database, 13);
        IngestService ingest = log.ingest(log.writer("writer", LEASE), keys, wrapping);
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(events(0, 100), Map.of(STREAM, 100L));
        StoredCheckpoint signed = log.checkpointer().sign().orElseThrow();
        var _ = ingest.ingest(events(100, 5), Map.of(STREAM, 105L));

        // When
        Owner.tamper(
                "ledger.entry",
                "UPDATE ledger.entry SET leaf_hash = decode(repeat('ab', 32), 'hex') WHERE log_id = 13 AND seq = 99");

        // Then
        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> log.checkpointer().sign())
                .withMessageContaining("does not continue the checkpoint of 100 entries");
        assertThat(log.checkpoints.latest())
                .hasValueSatisfying(latest -> assertThat(latest.size()).isEqualTo(signed.size()));
        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> log.writer("writer", LEASE).take());
    }

    @Test
    void refusesADatabaseThatIsOlderThanTheLastCheckpoint() {
        // Given a log that was signed, and a database that has not seen it
        SeparateLog log = new SeparateLog(database, 14);
        IngestService ingest = log.ingest(log.writer("writer", LEASE), keys, wrapping);
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(events(0, 3), Map.of(STREAM, 3L));
        StoredCheckpoint signed = log.checkpointer().sign().orElseThrow();
        SeparateLog restored = new SeparateLog(database, 15);
        SeparateLog withOldMark = new SeparateLog(database, 15, SignerKey.parse(restored.key.secretText()));
        withOldMark.mark.write(
                new Checkpoint(restored.key.name(), 3, signed.checkpoint().root()).sign(restored.key));

        // When, then
        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> withOldMark.writer("writer", LEASE).take())
                .withMessageContaining("The database has 0 entries")
                .withMessageContaining("restored from an older backup");
        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> withOldMark.checkpointer().sign());
        assertThat(withOldMark.checkpoints.latest()).isEmpty();
    }

    @Test
    void refusesALogOfAnotherOrigin() {
        SeparateLog log = new SeparateLog(database, 16);
        assertThat(log.writer("writer", LEASE).take()).isTrue();
        SeparateLog misconfigured =
                new SeparateLog(database, 16, SignerKey.generate("other.example/log", new SecureRandom()));

        assertThatExceptionOfType(LogIntegrityException.class)
                .isThrownBy(() -> misconfigured.writer("writer", LEASE).take())
                .withMessageContaining("audit.log.origin");
    }

    @Test
    void lastingLeaseKeepsOthersOutAndAnExpiredOneFencesItsHolder() {
        // Given
        SeparateLog log = new SeparateLog(database, 17);
        LogWriter slow = log.writer("slow", Duration.ofMillis(300));
        IngestService slowIngest = log.ingest(slow, keys, wrapping);
        assertThat(slowIngest.begin()).isTrue();
        LogWriter next = log.writer("next", LEASE);
        assertThat(next.take()).isFalse();

        // When the slow writer sleeps through the end of its lease
        await().atMost(Duration.ofSeconds(10)).until(next::take);

        // Then
        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> slowIngest.ingest(events(0, 2), Map.of(STREAM, 2L)));
        assertThat(log.ledger.state().orElseThrow().size()).isZero();
        assertThat(log.ledger.positions()).isEmpty();
        next.giveBack();
        assertThat(slowIngest.begin()).isTrue();
        assertThat(slowIngest.ingest(events(0, 2), Map.of(STREAM, 2L)).appended())
                .isEqualTo(2);
    }

    @Test
    void writersThatFightForTheLogNeitherForkItNorDuplicateAnything() throws Exception {
        // Given
        SeparateLog log = new SeparateLog(database, 18);
        int events = 120;

        // When four writers all try to append the same events, taking the lease from each other all the time
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> fighters = new ArrayList<>();
            for (int fighter = 0; fighter < 4; fighter++) {
                String name = "fighter-" + fighter;
                fighters.add(threads.submit(() -> fight(log, name, events)));
            }
            for (Future<?> fighter : fighters) {
                fighter.get();
            }
        }

        // Then
        assertThat(log.ledger.state().orElseThrow().size()).isEqualTo(events);
        var _ = log.checkpointer().sign();
        assertThat(new LogVerifier(log.files(), log.key.verifierKey()).verify()).isInstanceOf(LogVerdict.Intact.class);
    }

    private void fight(SeparateLog log, String name, int events) {
        LogWriter writer = log.writer(name, Duration.ofMillis(1));
        IngestService ingest = log.ingest(writer, keys, wrapping);
        long next = 0;
        while (next < events) {
            try {
                if (ingest.begin()) {
                    next = ingest.positions().getOrDefault(STREAM, 0L);
                    int size = (int) Math.min(7, events - next);
                    if (size > 0) {
                        var _ = ingest.ingest(events((int) next, size), Map.of(STREAM, next + size));
                        next += size;
                    }
                }
            } catch (FencedException fenced) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<Received> events(int from, int count) {
        List<Received> events = new ArrayList<>(count);
        for (int number = from; number < from + count; number++) {
            String conversation = "conv-" + number % 17;
            events.add(new Received.Event(
                    new Source(STREAM, number),
                    new EventKey("separate", new UUID(7, number)),
                    "dev.surety.exchange.evaluated.v1",
                    Instant.parse("2026-11-02T09:30:00Z"),
                    new Participants("separate", "customer-" + number % 17, conversation, null),
                    Facts.builder().number("turn", number).build(),
                    List.of(new Received.Part(FieldGroup.QUERY, ("{\"q\":" + number + "}").getBytes(UTF_8))),
                    ("content " + number).getBytes(UTF_8)));
        }
        return events;
    }
}
