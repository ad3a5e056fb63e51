package dev.surety.guardrail.history.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.Topics;
import dev.surety.contracts.feedback.DecisionJudged;
import dev.surety.contracts.feedback.FeedbackVerdict;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.history.HistoryStore;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.PastExchanges;
import dev.surety.guardrail.history.Verdict;
import dev.surety.kit.database.Database;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history follows the topics whatever happens to records, broker and database. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "guardrail"))
class HistoryConsumerTest {
    private static final Instant TIME = Instant.parse("2026-11-02T09:30:15Z");

    @Inject
    HistoryStore store;

    @Inject
    EventProducer producer;

    @Inject
    Database database;

    /** A bot of the test's own, so that what other tests sent does not count. */
    private String bot = "";

    @BeforeEach
    void takesABotOfItsOwn() {
        bot = "bot-" + UUID.randomUUID();
    }

    @Test
    void keepsADecisionWithItsReasonsAndWithoutWhatWasSaid() {
        UUID id = UUID.randomUUID();

        send(id, PastExchanges.redacted(id, bot, TIME));

        PastDecision kept = kept(id);
        assertThat(kept.action()).isEqualTo("redact");
        assertThat(kept.setting().conversationId()).isEqualTo("c-" + id);
        assertThat(kept.timing()).isEqualTo(new PastDecision.Timing(TIME, 640));
        assertThat(kept.reasons().results())
                .isEqualTo(PastExchanges.redacted(id, bot, TIME).results());
        assertThat(kept.reasons().edits())
                .singleElement()
                .satisfies(edit -> assertThat(edit.text()).isNull());
        assertThat(row(id)).doesNotContain(PastExchanges.QUESTION).doesNotContain("[IBAN]");
    }

    @Test
    void anotherTenantHasNoSuchDecision() {
        UUID id = UUID.randomUUID();

        send(id, PastExchanges.redacted(id, bot, TIME));

        var _ = kept(id);
        assertThat(store.find("globex", id)).isEmpty();
    }

    @Test
    void countsADecisionOnceHoweverOftenItIsDelivered() {
        UUID id = UUID.randomUUID();
        UUID behind = UUID.randomUUID();

        for (int delivery = 0; delivery < 3; delivery++) {
            send(id, PastExchanges.redacted(id, bot, TIME));
        }
        sendTo("c-" + id, behind, PastExchanges.redacted(behind, bot, TIME.plusSeconds(60)));

        var _ = kept(behind);
        assertThat(number("SELECT sum(decisions) FROM decision_minute WHERE bot = ? AND minute = '2026-11-02T09:30Z'"))
                .isEqualTo(1);
        assertThat(number("SELECT sum(results) FROM rule_minute WHERE bot = ? AND minute = '2026-11-02T09:30Z'"))
                .isEqualTo(1);
        assertThat(number("SELECT sum(within_1ms) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(2);
    }

    @Test
    void keepsDecisionsThatArriveInAnotherOrderThanTheyWereMade() {
        UUID later = UUID.randomUUID();
        UUID earlier = UUID.randomUUID();

        send(later, PastExchanges.redacted(later, bot, TIME.plusSeconds(90)));
        send(earlier, PastExchanges.redacted(earlier, bot, TIME));

        assertThat(kept(earlier).timing().evaluatedAt()).isEqualTo(TIME);
        assertThat(kept(later).timing().evaluatedAt()).isEqualTo(TIME.plusSeconds(90));
        assertThat(number("SELECT count(DISTINCT minute) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(2);
    }

    @Test
    void aVerdictMayArriveBeforeItsDecisionAndTheLatestWordOfAPersonCounts() {
        UUID id = UUID.randomUUID();

        send(id, judged(id, FeedbackVerdict.CORRECT, TIME.plusSeconds(20)));
        send(id, judged(id, FeedbackVerdict.FALSE_POSITIVE, TIME.plusSeconds(10)));
        send(id, PastExchanges.redacted(id, bot, TIME));

        var _ = kept(id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.verdicts("acme", id))
                        .containsExactly(new Verdict(
                                "acme", id, null, "person-1", FeedbackVerdict.CORRECT, TIME.plusSeconds(20))));
    }

    @Test
    void aRecordThatCannotBeKeptGoesToTheDeadLettersAndHoldsNobodyUp() {
        UUID poison = UUID.randomUUID();
        UUID behind = UUID.randomUUID();
        ExchangeEvaluated good = PastExchanges.redacted(poison, "bot\0with-nul", TIME);

        sendTo("one-key", poison, good);
        sendTo("one-key", behind, PastExchanges.redacted(behind, bot, TIME));

        var _ = kept(behind);
        assertThat(store.find("acme", poison)).isEmpty();
        assertThat(deadLetters(poison)).isEqualTo(1);
    }

    @Test
    void whatArrivesWhileTheDatabaseIsAwayIsKeptAfterwards() {
        UUID before = UUID.randomUUID();
        UUID meanwhile = UUID.randomUUID();
        send(before, PastExchanges.redacted(before, bot, TIME));
        var _ = kept(before);

        RealServers.postgres().kill();
        try {
            send(meanwhile, PastExchanges.redacted(meanwhile, bot, TIME));
        } finally {
            RealServers.postgres().start();
        }

        assertThat(kept(meanwhile).action()).isEqualTo("redact");
        assertThat(number("SELECT sum(decisions) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(2);
    }

    @Test
    void goesOnAfterTheBrokerWasAway() {
        UUID before = UUID.randomUUID();
        UUID afterwards = UUID.randomUUID();
        send(before, PastExchanges.redacted(before, bot, TIME));
        var _ = kept(before);

        RealServers.kafka().stop();
        RealServers.kafka().start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            send(afterwards, PastExchanges.redacted(afterwards, bot, TIME));
            return true;
        });

        assertThat(kept(afterwards).action()).isEqualTo("redact");
        assertThat(number("SELECT sum(decisions) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(2);
    }

    @Test
    void whatIsTooOldIsForgottenAndTheRestStays() {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        send(old, PastExchanges.redacted(old, bot, longAgo));
        send(young, PastExchanges.redacted(young, bot, TIME));
        var _ = kept(old);
        var _ = kept(young);

        int forgotten = store.forget(longAgo.plusSeconds(1));

        assertThat(forgotten).isGreaterThanOrEqualTo(1);
        assertThat(store.find("acme", old)).isEmpty();
        assertThat(store.find("acme", young)).isPresent();
        assertThat(number("SELECT sum(decisions) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(2);
        assertThat(store.forgetCounts(longAgo.plusSeconds(1))).isGreaterThanOrEqualTo(2);
        assertThat(number("SELECT sum(decisions) FROM decision_minute WHERE bot = ?"))
                .isEqualTo(1);
    }

    private static DecisionJudged judged(UUID id, FeedbackVerdict verdict, Instant at) {
        return new DecisionJudged(id.toString(), "c-" + id, null, verdict, "person-1", at);
    }

    private void send(UUID id, Record data) {
        sendTo("c-" + id, data instanceof ExchangeEvaluated ? id : UUID.randomUUID(), data);
    }

    private void sendTo(String key, UUID eventId, Record data) {
        producer.send(key, new CloudEvent<>(eventId, URI.create("/surety/guardrail-service"), key, "acme", TIME, data))
                .join();
    }

    private PastDecision kept(UUID id) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> store.find("acme", id), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private long number(String query) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, bot);
                try (ResultSet row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    return row.getLong(1);
                }
            }
        });
    }

    private String row(UUID id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT decision::text FROM decision WHERE id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    return row.getString(1);
                }
            }
        });
    }

    private static long deadLetters(UUID eventId) {
        String topic = Topics.deadLetter(Topics.INTERACTIONS, HistoryConsumer.GROUP);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealServers.kafka().bootstrapServers(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long[] found = {0};
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(letter -> {
                    if (new String(
                                    letter.headers().lastHeader("ce_id").value(),
                                    java.nio.charset.StandardCharsets.UTF_8)
                            .equals(eventId.toString())) {
                        found[0]++;
                    }
                });
                return found[0] > 0;
            });
            return found[0];
        }
    }
}
