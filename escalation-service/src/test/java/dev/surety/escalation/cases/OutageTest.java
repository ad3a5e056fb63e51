package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.escalation.Desk;
import dev.surety.escalation.EventLog;
import dev.surety.escalation.Exchanges;
import dev.surety.kit.event.EventProducer;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker or the database goes away in the middle of the work, and comes back. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class OutageTest {
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @Inject
    EventProducer kafka;

    private final String conversation = "outage-" + UUID.randomUUID();
    private final Desk alice = Desk.of("alice");

    @AfterEach
    void startEverything() {
        RealServers.postgres().start();
        RealServers.kafka().start();
    }

    @Test
    void escalationsThatArriveWhileTheDatabaseIsAwayBecomeCasesWhenItIsBack() {
        // Given
        openCase();
        RealServers.postgres().kill();
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String other = conversation + "-" + i;
            waiting.add(other);
            var _ = kafka.send(other, Exchanges.escalated(other).event()).join();
        }
        Response refused = alice.list("state=queued");

        // When
        RealServers.postgres().start();

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotBlank();
        await().atMost(RECOVERY).ignoreExceptions().untilAsserted(() -> {
            List<String> open = openConversations();
            assertThat(open).containsAll(waiting).contains(conversation);
            assertThat(open).doesNotHaveDuplicates();
        });
    }

    @Test
    void workGoesOnWithoutTheBrokerAndItsEventsFollow() {
        // Given
        String id = openCase();
        RealServers.kafka().stop();

        // When
        alice.claim(id).then().statusCode(200);
        alice.reply(id, UUID.randomUUID(), "I am with you.", 3).then().statusCode(201);
        alice.step(id, "key", "Looked it up").then().statusCode(201);
        alice.resolve(id, alice.read(id).header("ETag")).then().statusCode(200);
        RealServers.kafka().start();

        // Then
        try (EventLog log = new EventLog()) {
            await().atMost(RECOVERY)
                    .untilAsserted(
                            () -> assertThat(log.of(conversation).stream().distinct())
                                    .containsExactly(
                                            "case.opened",
                                            "case.claimed",
                                            "reply.sent",
                                            "step.logged",
                                            "case.resolved",
                                            "floor held 1",
                                            "floor human 2",
                                            "floor bot 3"));
        }
    }

    @Test
    void escalationsSentAfterABrokerOutageArrive() {
        // Given
        openCase();
        RealServers.kafka().kill();
        RealServers.kafka().start();
        String after = conversation + "-after";

        // When
        await().atMost(RECOVERY).ignoreExceptions().until(() -> {
            var _ = kafka.send(after, Exchanges.escalated(after).event()).join();
            return true;
        });

        // Then
        assertThat(alice.caseOf(after)).isNotBlank();
    }

    private String openCase() {
        var _ = kafka.send(conversation, Exchanges.escalated(conversation).event())
                .join();
        return alice.caseOf(conversation);
    }

    private List<String> openConversations() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = alice.list("state=open&limit=200" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.conversationId", String.class));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return found;
    }
}
