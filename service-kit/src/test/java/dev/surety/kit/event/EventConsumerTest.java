package dev.surety.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.Topics;
import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.kit.KafkaProbe;
import dev.surety.kit.SampleEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class EventConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventConsumers consumers;

    @Inject
    EventProducer producer;

    @Test
    void handlesEventsOfAKeyInTheirOrder() {
        // Given
        String conversation = "c-" + UUID.randomUUID();
        List<String> agents = new CopyOnWriteArrayList<>();
        start(event -> remember(event, conversation, agents));

        // When
        IntStream.range(0, 20).forEach(number -> send(conversation, "agent-" + number));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(agents)
                        .containsExactlyElementsOf(IntStream.range(0, 20)
                                .mapToObj(number -> "agent-" + number)
                                .toList()));
    }

    @Test
    void triesAFailedEventAgainBeforeTheNextOfItsKey() {
        // Given
        String conversation = "c-" + UUID.randomUUID();
        List<String> agents = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(3);
        start(event -> {
            if (event.subject().equals(conversation) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            remember(event, conversation, agents);
        });

        // When
        send(conversation, "first");
        send(conversation, "second");

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(agents).containsExactly("first", "second"));
    }

    @Test
    void keepsWhatItCannotReadAndGoesOn() {
        // Given
        String conversation = "c-" + UUID.randomUUID();
        List<String> agents = new CopyOnWriteArrayList<>();
        String group = start(event -> remember(event, conversation, agents));

        // When
        producer.send(new ProducerRecord<>(Topics.CASES, conversation, "{".getBytes(UTF_8)))
                .join();
        send(conversation, "after");

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(agents).containsExactly("after"));
        try (KafkaProbe probe = new KafkaProbe(Topics.deadLetter(Topics.CASES, group))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(probe.seen(one -> conversation.equals(one.key())))
                            .singleElement()
                            .satisfies(letter -> {
                                assertThat(letter.value()).isEqualTo("{".getBytes(UTF_8));
                                assertThat(KafkaProbe.header(letter, "surety-dead-letter-reason"))
                                        .isEqualTo("the attribute specversion is missing");
                                assertThat(KafkaProbe.header(letter, "surety-dead-letter-origin"))
                                        .startsWith(Topics.CASES + "-");
                            }));
        }
    }

    private String start(EventHandler handler) {
        String group = "test-" + UUID.randomUUID();
        consumers.start(group, List.of(Topics.CASES), handler);
        return group;
    }

    private void send(String conversation, String agent) {
        producer.send(conversation, SampleEvents.claim(UUID.randomUUID(), conversation, agent))
                .join();
    }

    private static void remember(CloudEvent<?> event, String conversation, List<String> agents) {
        if (event.subject().equals(conversation) && event.data() instanceof CaseClaimed claim) {
            agents.add(claim.agent());
        }
    }
}
