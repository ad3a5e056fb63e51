package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.escalation.Desk;
import dev.surety.escalation.EventLog;
import dev.surety.escalation.Exchanges;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class CaseJourneyTest {
    @Inject
    EventProducer kafka;

    private final String conversation = "journey-" + UUID.randomUUID();
    private final Desk alice = Desk.of("alice");

    @Test
    void anEscalatedExchangeBecomesACaseThatKeepsTheContextAndTheReason() {
        // When
        CloudEvent<ExchangeEvaluated> event = send(Exchanges.escalated(conversation));

        // Then
        JsonPath item = alice.read(alice.caseOf(conversation))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(item.getString("state")).isEqualTo("queued");
        assertThat(item.getString("queue")).isEqualTo("tier1");
        assertThat(item.getString("priority")).isEqualTo("P3");
        assertThat(item.getString("customerRef")).isEqualTo("cust-77");
        assertThat(item.getString("headline")).isEqualTo("The customer asked for a human.");
        assertThat(item.getString("lastCustomerWords")).isEqualTo("I want to talk to a human");
        assertThat(item.getString("openedAt")).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(item.getList("transcript.speaker")).hasToString("[customer, withheld, bot]");
        assertThat(item.getList("transcript.sequence")).hasToString("[1, 2, 3]");
        assertThat(item.getString("transcript[1].content")).isEqualTo("I can help you with that myself.");
        assertThat(item.getString("passages[0].text")).isEqualTo("Refunds take 14 days.");
        assertThat(item.getMap("why[0].inputs")).isEqualTo(Map.of("score", "0.9", "threshold", "0.6"));
        assertThat(item.getString("why[0].condition")).isEqualTo("score >= threshold");
        assertThat(item.getInt("why[0].findings[0].start")).isEqualTo(10);
        assertThat(item.getString("why[0].decisionId")).isEqualTo(event.id().toString());
        assertThat(item.getString("why[0].policy.digest")).isEqualTo("sha256:abcd");
        assertThat(item.getMap("floor")).containsEntry("holder", "held").containsEntry("epoch", 1);
        assertThat(item.getString("activity[0].what")).isEqualTo("Opened the case in queue tier1 with priority P3");
    }

    @Test
    void aCaseIsWorkedToItsEndAndEachStepIsAnEvent() {
        // Given
        send(Exchanges.escalated(conversation));
        String id = alice.caseOf(conversation);

        // When
        alice.claim(id).then().statusCode(200);
        Response reply = alice.reply(id, UUID.randomUUID(), "Hello, this is Alice.", 3);
        Response step = alice.step(id, "key-1", "Extended the refund window");
        String etag = alice.read(id).header("ETag");
        Response resolved = alice.resolve(id, etag);

        // Then
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.jsonPath().getLong("sequence")).isEqualTo(4);
        assertThat(step.statusCode()).isEqualTo(201);
        assertThat(resolved.statusCode()).isEqualTo(200);
        assertThat(resolved.jsonPath().getString("state")).isEqualTo("resolved");
        assertThat(resolved.jsonPath().getString("resolution.rootCause")).isEqualTo("outdated-content");
        assertThat(resolved.jsonPath().getString("floor.holder")).isEqualTo("bot");
        assertThat(resolved.jsonPath().getInt("floor.epoch")).isEqualTo(3);
        assertThat(resolved.header("ETag")).isEqualTo("\"5\"");
        try (EventLog log = new EventLog()) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(log.of(conversation))
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
    void aReleasedCaseGoesBackToItsQueueAndTheBotStaysSilent() {
        // Given
        send(Exchanges.escalated(conversation));
        String id = alice.caseOf(conversation);
        alice.claim(id).then().statusCode(200);

        // When
        Response released = alice.release(id);

        // Then
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(released.jsonPath().getString("state")).isEqualTo("queued");
        assertThat(released.jsonPath().<Object>get("owner")).isNull();
        assertThat(released.jsonPath().getMap("floor"))
                .containsEntry("holder", "held")
                .containsEntry("epoch", 3);
        assertThat(Desk.of("amir").claim(id).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewEscalationAfterTheEndOpensANewCaseAndTheEpochGoesOn() {
        // Given
        send(Exchanges.escalated(conversation));
        String first = alice.caseOf(conversation);
        alice.claim(first).then().statusCode(200);
        alice.step(first, "key", "Looked it up").then().statusCode(201);
        alice.resolve(first, alice.read(first).header("ETag")).then().statusCode(200);

        // When
        send(Exchanges.escalated(conversation).inTurn(2, "A human again, please"));

        // Then
        String second = alice.caseOf(conversation);
        assertThat(second).isNotEqualTo(first);
        assertThat(alice.read(second).jsonPath().getMap("floor"))
                .containsEntry("holder", "held")
                .containsEntry("epoch", 4);
    }

    private CloudEvent<ExchangeEvaluated> send(Exchanges exchange) {
        CloudEvent<ExchangeEvaluated> event = exchange.event();
        var _ = kafka.send(exchange.conversationId(), event).join();
        return event;
    }
}
