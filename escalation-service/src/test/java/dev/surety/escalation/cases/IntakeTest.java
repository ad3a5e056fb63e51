package dev.surety.escalation.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.escalation.Desk;
import dev.surety.escalation.EventLog;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import dev.surety.kit.event.EventProducer;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Evaluated exchanges arrive as Kafka delivers them: twice, at once, late, or broken. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class IntakeTest {
    @Inject
    EventProducer kafka;

    @Inject
    ExchangeConsumer consumer;

    private final String conversation = "intake-" + UUID.randomUUID();
    private final Desk alice = Desk.of("alice");

    @Test
    void anEventThatIsDeliveredTwiceCountsOnce() {
        // Given
        CloudEvent<ExchangeEvaluated> event = Exchanges.escalated(conversation).event();

        // When
        send(event);
        send(event);
        send(Exchanges.allowed(conversation, 2, "Are you there?", "Yes").event());

        // Then
        JsonPath item = await().atMost(Duration.ofMinutes(1))
                .until(() -> read(), json -> json.getList("transcript").size() == 5);
        assertThat(item.getInt("version")).isEqualTo(2);
        assertThat(item.getList("activity.what"))
                .hasToString("[Opened the case in queue tier1 with priority P3, Continued with 2 messages]");
    }

    @Test
    void deliveriesOfOneConversationAtTheSameTimeBecomeOneCaseWithAllReasons() throws Exception {
        // Given
        int deliveries = 24;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < deliveries; i++) {
                Exchanges exchange = Exchanges.escalated(conversation)
                        .inTurn(i, "Question " + i)
                        .because("rule-" + i, "queue-" + i % 4, "P" + (1 + i % 4), "CODE_" + i);
                running.add(threads.submit(() -> {
                    start.await();
                    consumer.handle(exchange.event());
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }

        // Then
        JsonPath item = read();
        assertThat(item.getList("reasonCodes")).hasSize(deliveries).doesNotHaveDuplicates();
        assertThat(item.getList("why.rule")).hasSize(deliveries).doesNotHaveDuplicates();
        assertThat(item.getString("priority")).isEqualTo("P1");
        assertThat(item.getString("queue")).isEqualTo("queue-0");
        assertThat(item.getInt("version")).isEqualTo(deliveries);
        List<Long> sequences = item.getList("transcript.sequence", Long.class);
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(item.getList("transcript.findAll { it.speaker == 'customer' }.content"))
                .hasSize(deliveries)
                .doesNotHaveDuplicates();
        assertThat(item.getMap("floor")).containsEntry("epoch", 1);
        assertThat(openCases()).isEqualTo(1);
    }

    @Test
    void aFurtherReasonRaisesThePriorityAndMovesTheQueueButNeverLowersThem() {
        // Given
        consumer.handle(Exchanges.escalated(conversation).event());

        // When
        consumer.handle(Exchanges.escalated(conversation)
                .inTurn(2, "I cannot go on")
                .because("distress", "care", "P1", "DISTRESS")
                .event());
        consumer.handle(Exchanges.escalated(conversation)
                .inTurn(3, "And I complain")
                .because("complaint", "complaints", "P2", "COMPLAINT")
                .event());

        // Then
        JsonPath item = read();
        assertThat(item.getString("priority")).isEqualTo("P1");
        assertThat(item.getString("queue")).isEqualTo("care");
        assertThat(item.getString("headline")).isEqualTo("The customer is in distress.");
        assertThat(item.getString("lastCustomerWords")).isEqualTo("And I complain");
        assertThat(item.getList("reasonCodes")).hasToString("[HUMAN_REQUESTED, DISTRESS, COMPLAINT]");
        try (EventLog log = new EventLog()) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(log.of(conversation))
                            .containsExactly("case.opened", "case.merged", "case.merged", "floor held 1"));
        }
    }

    @Test
    void anExchangeThatComesLateRepeatsNothing() {
        // Given
        consumer.handle(Exchanges.escalated(conversation).inTurn(5, "A human!").event());
        consumer.handle(
                Exchanges.allowed(conversation, 6, "Hello?", "One moment").event());

        // When
        consumer.handle(
                Exchanges.allowed(conversation, 6, "Hello?", "One moment").event());
        consumer.handle(Exchanges.escalated(conversation).inTurn(5, "A human!").event());

        // Then
        assertThat(read().getList("transcript.content"))
                .hasToString("[A human!, I can help you with that myself., A colleague will take over., Hello?,"
                        + " One moment]");
    }

    @Test
    void anExchangeThatNeedsNobodyOpensNothing() {
        // When
        consumer.handle(Exchanges.allowed(conversation, 1, "Where is my parcel?", "In Kiel")
                .event());

        // Then
        assertThat(openCases()).isZero();
    }

    @Test
    void theSameDecisionNeverBecomesASecondCaseEvenWhenTheInboxForgotIt() {
        // Given
        UUID decision = UUID.randomUUID();
        CloudEvent<ExchangeEvaluated> event = Exchanges.escalated(conversation).event(decision);
        consumer.handle(event);
        String id = alice.caseOf(conversation);
        alice.claim(id).then().statusCode(200);
        alice.step(id, "key", "Answered by phone").then().statusCode(201);
        alice.resolve(id, alice.read(id).header("ETag")).then().statusCode(200);

        // When
        consumer.handle(new CloudEvent<>(
                UUID.randomUUID(), event.source(), event.subject(), event.tenant(), event.time(), event.data()));

        // Then
        assertThat(openCases()).isZero();
    }

    @Test
    void whatNobodyCanReadGoesToTheDeadLettersAndTheNextIsHandled() {
        // Given
        ProducerRecord<String, byte[]> poison = new CloudEventCodec()
                .encode(conversation, Exchanges.escalated(conversation).event());
        ProducerRecord<String, byte[]> broken = new ProducerRecord<>(
                poison.topic(), null, poison.key(), "{\"decisionId\": 7".getBytes(UTF_8), poison.headers());

        // When
        var _ = kafka.send(broken).join();
        send(Exchanges.escalated(conversation).event());

        // Then
        assertThat(alice.caseOf(conversation)).isNotBlank();
        try (EventLog log = new EventLog(Topics.deadLetter(Topics.INTERACTIONS, ExchangeConsumer.GROUP))) {
            List<ConsumerRecord<String, byte[]>> letters = await().atMost(Duration.ofMinutes(1))
                    .until(() -> log.records(conversation), found -> !found.isEmpty());
            assertThat(letters).singleElement().satisfies(letter -> {
                assertThat(letter.value()).asString(UTF_8).isEqualTo("{\"decisionId\": 7");
                assertThat(letter.headers()
                                .lastHeader("surety-dead-letter-reason")
                                .value())
                        .asString(UTF_8)
                        .startsWith("the data is not a dev.surety.exchange.evaluated.v1");
            });
        }
    }

    private void send(CloudEvent<ExchangeEvaluated> event) {
        var _ = kafka.send(conversation, event).join();
    }

    private JsonPath read() {
        return alice.read(alice.caseOf(conversation))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How many open cases the conversation has, over all pages. */
    private long openCases() {
        long found = 0;
        String cursor = "";
        while (cursor != null) {
            JsonPath page = alice.list("state=open&limit=200" + cursor).jsonPath();
            found += page.getList("items.conversationId", String.class).stream()
                    .filter(conversation::equals)
                    .count();
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return found;
    }
}
