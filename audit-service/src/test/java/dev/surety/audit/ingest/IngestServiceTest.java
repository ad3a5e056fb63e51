package dev.surety.audit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.ledger.EntryKind;
import dev.surety.audit.ledger.FencedException;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.RollbackGuard;
import dev.surety.audit.ledger.Source;
import dev.surety.audit.testing.InMemoryKeys;
import dev.surety.audit.testing.InMemoryLog;
import dev.surety.audit.testing.InMemoryLog.Failure;
import dev.surety.kit.time.Identifiers;
import dev.surety.tlog.merkle.MerkleTree;
import dev.surety.tlog.note.SignerKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IngestServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("0193b0a0-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0193b0a0-0000-7000-8000-000000000002");

    private final InMemoryKeys keys = new InMemoryKeys();
    private final InMemoryLog log = new InMemoryLog(keys);
    private final IngestService ingest = service("writer-1");

    @Test
    void appendsAnEventWithItsCommitments() throws IOException {
        assertThat(ingest.begin()).isTrue();

        Tally tally = ingest.ingest(List.of(Deliveries.event(0, ID, "conv-1", "hello")), positions(1));

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 0));
        JsonNode body = body(0);
        assertThat(body.path("kind").asText()).isEqualTo("event");
        assertThat(body.path("id").asText()).isEqualTo(ID.toString());
        assertThat(body.path("src").path("offset").asLong()).isZero();
        assertThat(body.path("disclosures").size()).isEqualTo(2);
        assertThat(body.path("sealed").path("customer").asText())
                .isEqualTo(log.payloads.getFirst().digest());
    }

    @Test
    void countsTheSameEventOnceWithinABatchAndAcrossBatches() {
        assertThat(ingest.begin()).isTrue();
        Received.Event event = Deliveries.event(0, ID, "conv-1", "hello");
        Received.Event again = Deliveries.event(1, ID, "conv-1", "hello");
        Received.Event later = Deliveries.event(2, ID, "conv-1", "hello");

        Tally first = ingest.ingest(List.of(event, again), positions(2));
        Tally second = ingest.ingest(List.of(later), positions(3));

        assertThat(first).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(second).isEqualTo(new Tally(0, 1, 0, 0, 0));
        assertThat(log.entries).hasSize(1);
        assertThat(log.positions()).containsEntry(Deliveries.STREAM, 3L);
    }

    @Test
    void recordsAnotherContentUnderTheSameIdAsAConflictOnce() throws IOException {
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(List.of(Deliveries.event(0, ID, "conv-1", "hello")), positions(1));

        Tally conflict = ingest.ingest(List.of(Deliveries.event(1, ID, "conv-1", "goodbye")), positions(2));
        Tally repeated = ingest.ingest(List.of(Deliveries.event(2, ID, "conv-1", "goodbye")), positions(3));

        assertThat(conflict).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(repeated).isEqualTo(new Tally(0, 1, 0, 0, 0));
        assertThat(log.entries.get(1).kind()).isEqualTo(EntryKind.CONFLICT);
        assertThat(body(1).path("contradicts").asLong()).isZero();
    }

    @Test
    void keepsWhatCannotBeReadAsAnEntryOfItsOwn() throws IOException {
        assertThat(ingest.begin()).isTrue();

        Tally tally = ingest.ingest(
                List.of(Deliveries.unreadable(0), Deliveries.event(1, ID, "conv-1", "hello")), positions(2));

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 1, 0));
        assertThat(log.entries.getFirst().tenant()).isNull();
        assertThat(body(0).path("reason").asText()).isEqualTo("malformed-data");
        assertThat(body(0).path("disclosures").path("record").asText()).hasSize(43);
    }

    @Test
    void recordsWhatKafkaNoLongerHad() throws IOException {
        assertThat(ingest.begin()).isTrue();

        Tally tally = ingest.ingest(List.of(new Received.Missing(Deliveries.STREAM, 5, 9)), positions(9));

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 1));
        assertThat(body(0).path("kind").asText()).isEqualTo("gap");
        assertThat(body(0).path("src").path("from").asLong()).isEqualTo(5);
        assertThat(body(0).path("src").path("until").asLong()).isEqualTo(9);
    }

    @Test
    void chainsTheEntriesOfAConversation() throws IOException {
        assertThat(ingest.begin()).isTrue();
        var _ = ingest.ingest(
                List.of(
                        Deliveries.event(0, ID, "conv-1", "one"),
                        Deliveries.event(1, UUID.randomUUID(), "conv-2", "other"),
                        Deliveries.event(2, OTHER, "conv-1", "two")),
                positions(3));
        var _ = ingest.ingest(List.of(Deliveries.event(3, UUID.randomUUID(), "conv-1", "three")), positions(4));

        assertThat(body(0).has("previous")).isFalse();
        assertThat(body(1).has("previous")).isFalse();
        assertThat(body(2).path("previous").asText())
                .isEqualTo(log.entries.get(0).leafHash().toBase64());
        assertThat(body(3).path("previous").asText())
                .isEqualTo(log.entries.get(2).leafHash().toBase64());
    }

    @Test
    void saysNothingOfAnybodyInTheLeaf() {
        assertThat(ingest.begin()).isTrue();

        var _ = ingest.ingest(List.of(Deliveries.event(0, ID, "conv-of-maria", "my card is 4111")), positions(1));

        assertThat(new String(log.entries.getFirst().body(), UTF_8)).doesNotContain("maria", "4111", "card", "acme");
    }

    @Test
    void appendsOnceWhenTheTransactionFailed() {
        assertThat(ingest.begin()).isTrue();
        List<Received> batch = List.of(Deliveries.event(0, ID, "conv-1", "hello"));
        log.failNext(Failure.BEFORE_COMMIT);

        assertThatIllegalStateException().isThrownBy(() -> ingest.ingest(batch, positions(1)));
        assertThat(ingest.begin()).isTrue();
        Tally tally = ingest.ingest(batch, positions(1));

        assertThat(tally.appended()).isEqualTo(1);
        assertThat(log.entries).hasSize(1);
    }

    @Test
    void appendsOnceWhenOnlyTheAnswerWasLost() {
        assertThat(ingest.begin()).isTrue();
        List<Received> batch = List.of(Deliveries.event(0, ID, "conv-1", "hello"));
        log.failNext(Failure.AFTER_COMMIT);

        assertThatIllegalStateException().isThrownBy(() -> ingest.ingest(batch, positions(1)));
        assertThat(ingest.begin()).isTrue();

        assertThat(ingest.positions()).containsEntry(Deliveries.STREAM, 1L);
        assertThat(ingest.ingest(batch, positions(1)).duplicates()).isEqualTo(1);
        assertThat(log.entries).hasSize(1);
    }

    @Test
    void leavesTheLogToAnotherWriterThatTookTheLease() {
        // Given
        assertThat(ingest.begin()).isTrue();
        IngestService other = service("writer-2");
        assertThat(other.begin()).isFalse();
        log.expireLease();
        assertThat(other.begin()).isTrue();

        // When
        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> ingest.ingest(List.of(Deliveries.event(0, ID, "conv-1", "hello")), positions(1)));

        // Then
        assertThat(log.entries).isEmpty();
        assertThat(other.ingest(List.of(Deliveries.event(0, ID, "conv-1", "hello")), positions(1))
                        .appended())
                .isEqualTo(1);
    }

    @Property(tries = 50)
    void holdsEveryEventOnceInWhateverOrderAndHoweverOftenItComes(
            @ForAll @Size(max = 600) List<@IntRange(max = 40) Integer> deliveries,
            @ForAll @IntRange(min = 1, max = 90) int batchSize) {
        // Given
        InMemoryKeys freshKeys = new InMemoryKeys();
        InMemoryLog freshLog = new InMemoryLog(freshKeys);
        IngestService fresh = service("writer-1", freshLog, freshKeys);
        assertThat(fresh.begin()).isTrue();

        // When
        for (int from = 0; from < deliveries.size(); from += batchSize) {
            List<Received> batch = new ArrayList<>();
            for (int offset = from; offset < Math.min(deliveries.size(), from + batchSize); offset++) {
                int number = deliveries.get(offset);
                batch.add(Deliveries.event(offset, new UUID(1, number), "conv-" + number % 5, "text " + number));
            }
            var _ = fresh.ingest(batch, positions(from + batch.size()));
        }

        // Then
        assertThat(freshLog.entries)
                .extracting(LogEntry::eventId)
                .doesNotHaveDuplicates()
                .hasSize((int) deliveries.stream().distinct().count());
        assertThat(freshLog.state().orElseThrow().root())
                .isEqualTo(MerkleTree.of(
                                freshLog.entries.stream().map(LogEntry::body).toList())
                        .root());
    }

    private JsonNode body(int index) throws IOException {
        return JSON.readTree(log.entries.get(index).body());
    }

    private IngestService service(String owner) {
        return service(owner, log, keys);
    }

    private static IngestService service(String owner, InMemoryLog log, InMemoryKeys keys) {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Identifiers identifiers = new Identifiers();
        RollbackGuard guard = new RollbackGuard(
                log, SignerKey.generate(InMemoryLog.ORIGIN, random).verifierKey(), log);
        LogWriter writer = new LogWriter(log, log, guard, new LogWriter.Tenancy(owner, Duration.ofSeconds(5)), clock);
        return new IngestService(
                writer,
                log,
                new KeyRing(keys, keys, random, identifiers::next, clock),
                new EntryComposer(InMemoryLog.ORIGIN, new Sealing(random), random),
                clock);
    }

    private static Map<Source.Stream, Long> positions(long next) {
        return Map.of(Deliveries.STREAM, next);
    }
}
