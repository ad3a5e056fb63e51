package dev.surety.audit.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.audit.testing.Auditor;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealLog
class IngestFromKafkaTest {
    private final Broker broker = new Broker();
    private final String conversation = "conv-" + UUID.randomUUID();
    private final String customer = "customer-" + UUID.randomUUID();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void logsAnExchangeAndKeepsItsWordsSealed() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        var _ = broker.send(SampleEvents.exchange(id, "acme", conversation, customer));

        // Then
        Map<String, Object> summary = Auditor.entriesOf(conversation, 1).getFirst();
        assertThat(summary)
                .containsEntry("id", id.toString())
                .containsEntry("type", "dev.surety.exchange.evaluated.v1")
                .containsEntry("subject", conversation)
                .containsEntry("tenant", "acme");
        JsonPath entry = Auditor.entry(summary.get("index"));
        assertThat(entry.getString("seal")).isEqualTo("intact");
        assertThat(entry.getString("disclosures.query.messages[0].content")).isEqualTo(SampleEvents.QUESTION);
        assertThat(entry.getString("disclosures.response.response.content")).isEqualTo(SampleEvents.ANSWER);
        String leaf = new String(Base64.getDecoder().decode(entry.getString("leaf")), UTF_8);
        assertThat(leaf)
                .contains("\"action\":\"annotate\"", id.toString())
                .doesNotContain(conversation, customer, "4711-secret", "refund", "Rückerstattung", "acme");
        assertThat(leaf.length()).isLessThan(1_500);
    }

    @Test
    void logsARepeatedEventOnce() {
        UUID id = UUID.randomUUID();
        for (int delivery = 0; delivery < 5; delivery++) {
            var _ = broker.send(SampleEvents.exchange(id, "acme", conversation, customer));
        }

        var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));

        assertThat(Auditor.entriesOf(conversation, 2))
                .extracting(entry -> entry.get("kind"))
                .containsOnly("event");
    }

    @Test
    void logsAConflictWhereAnIdComesBackWithAnotherAnswer() {
        UUID id = UUID.randomUUID();
        var _ = broker.send(SampleEvents.exchange(id, "acme", conversation, customer));

        var _ = broker.send(SampleEvents.exchange(id, "acme", conversation, customer, "Another answer."));

        List<Map<String, Object>> entries = Auditor.entriesOf(conversation, 2);
        assertThat(entries).extracting(entry -> entry.get("kind")).containsExactly("event", "conflict");
        assertThat(Auditor.entry(entries.get(1).get("index")).getInt("entry.contradicts"))
                .isEqualTo(entries.getFirst().get("index"));
    }

    @Test
    void keepsAConversationTogetherWhoseCustomerIsLearnedLast() {
        // Given: the case is heard of before the exchange that opened it
        var _ = broker.send(SampleEvents.caseClaimed(UUID.randomUUID(), "acme", conversation, "agent-ana"));
        var _ = Auditor.entriesOf(conversation, 1);

        // When
        var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));
        var _ = Auditor.entriesOf(conversation, 2);
        var _ = broker.send(SampleEvents.replySent(UUID.randomUUID(), "acme", conversation, "I look into it."));

        // Then
        List<Map<String, Object>> entries = Auditor.entriesOf(conversation, 3);
        JsonPath reply = Auditor.entry(entries.get(2).get("index"));
        assertThat(reply.getString("disclosures.message.content")).isEqualTo("I look into it.");
        assertThat(reply.getString("disclosures.agent.agent")).isEqualTo("agent-ana");
        assertThat(reply.getMap("entry.sealed")).containsOnlyKeys("customer", "agent");
        assertThat(reply.getString("entry.previous")).isEqualTo(entries.get(1).get("leafHash"));
    }

    @Test
    void logsEventsAboutNobodyUnderTheTenant() {
        UUID id = UUID.randomUUID();

        var _ = broker.send(SampleEvents.policyActivated(id, "acme"));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(find("dev.surety.policy.activated.v1", id)).isPresent());
        JsonPath entry = Auditor.entry(
                find("dev.surety.policy.activated.v1", id).orElseThrow().get("index"));
        assertThat(entry.getMap("entry.sealed")).containsOnlyKeys("tenant");
        assertThat(entry.getString("disclosures.document.document")).isEqualTo("rules: [a, b]");
        assertThat(entry.getInt("entry.facts.policy.version")).isEqualTo(4);
    }

    @Test
    void quarantinesWhatItCannotReadAndGoesOn() {
        // Given
        String marker = "poison-" + UUID.randomUUID();
        ProducerRecord<String, byte[]> poison =
                broker.encode(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));
        ProducerRecord<String, byte[]> broken =
                new ProducerRecord<>(poison.topic(), null, poison.key(), marker.getBytes(UTF_8), poison.headers());

        // When
        var _ = broker.send(broken);
        var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));

        // Then the next one is logged, and the broken one is kept in both places
        var _ = Auditor.entriesOf(conversation, 1);
        List<ConsumerRecord<String, byte[]>> letters = Broker.find(
                Topics.deadLetter(Topics.INTERACTIONS, "audit-service"),
                letter -> new String(letter.value(), UTF_8).equals(marker));
        assertThat(letters).hasSize(1);
        assertThat(new String(
                        letters.getFirst()
                                .headers()
                                .lastHeader("surety-dead-letter-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("malformed-data");
        JsonPath entry = quarantined(marker).orElseThrow();
        assertThat(entry.getString("entry.reason")).isEqualTo("malformed-data");
        assertThat(entry.getString("entry.src.topic")).isEqualTo(Topics.INTERACTIONS);
    }

    @Test
    void quarantinesARecordThatIsTooLarge() {
        ProducerRecord<String, byte[]> event =
                broker.encode(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));
        byte[] large = ("oversized-" + conversation + "x".repeat(900_000)).getBytes(UTF_8);

        var _ = broker.send(new ProducerRecord<>(event.topic(), null, event.key(), large, event.headers()));
        var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));

        var _ = Auditor.entriesOf(conversation, 1);
        JsonPath entry = quarantined("oversized-" + conversation).orElseThrow();
        assertThat(entry.getString("entry.reason")).isEqualTo("oversized");
    }

    @Test
    void announcesCheckpointsButDoesNotLogItsOwnAnnouncements() {
        var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, customer));
        var _ = Auditor.entriesOf(conversation, 1);

        List<ConsumerRecord<String, byte[]>> announced = Broker.find(Topics.AUDIT, _ -> true);

        assertThat(announced).isNotEmpty();
        assertThat(new String(announced.getFirst().value(), UTF_8)).contains("surety.local/audit", "rootHash");
        assertThat(Auditor.as("ada")
                        .queryParam("type", "dev.surety.checkpoint.published.v1")
                        .get("/v1/entries")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static Optional<Map<String, Object>> find(String type, UUID id) {
        List<Map<String, Object>> items = Auditor.as("ada")
                .queryParam("type", type)
                .queryParam("limit", 500)
                .get("/v1/entries")
                .jsonPath()
                .getList("items");
        return items.stream()
                .filter(item -> id.toString().equals(item.get("id")))
                .findFirst();
    }

    /** The quarantined record of the tenant acme whose value starts like this. */
    private static Optional<JsonPath> quarantined(String value) {
        String next = null;
        do {
            JsonPath page = Auditor.as("ada")
                    .queryParam("limit", 500)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/v1/entries")
                    .jsonPath();
            for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
                if ("quarantined".equals(item.get("kind"))) {
                    JsonPath entry = Auditor.entry(item.get("index"));
                    String kept =
                            new String(Base64.getDecoder().decode(entry.getString("disclosures.record.value")), UTF_8);
                    if (kept.startsWith(value)) {
                        return Optional.of(entry);
                    }
                }
            }
            next = page.getString("next");
        } while (next != null);
        return Optional.empty();
    }
}
