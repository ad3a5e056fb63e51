package dev.surety.guardrail.decision.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.contracts.ProblemTypes;
import dev.surety.contracts.Topics;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Without the broker nothing is decided, everybody is told what to say meanwhile, and it passes by itself. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BrokerOutageTest {

    @Test
    void answersWithTheFallbackWhileTheBrokerIsAwayAndRecovers() {
        ObjectNode request = Requests.question("Please refund to DE89 3704 0044 0532 0130 00.");
        ((ObjectNode) request.path("conversation")).put("locale", "de-DE");
        Requests.send(Requests.answer()).then().statusCode(200);

        // When
        RealServers.kafka().stop();
        Response away;
        int ready;
        try {
            away = Requests.send(request);
            ready = await().atMost(Duration.ofSeconds(30))
                    .until(() -> Management.status("/q/health/ready"), status -> status == 503);
        } finally {
            RealServers.kafka().start();
        }

        // Then
        away.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("type", equalTo(ProblemTypes.NOT_RECORDED.toString()))
                .body(
                        "fallback",
                        equalTo(
                                "Ich kann gerade nicht antworten. Bitte versuchen Sie es in ein paar Minuten noch einmal."));
        assertThat(away.asString()).doesNotContain("effective").doesNotContain("IBAN");
        assertThat(ready).isEqualTo(503);
        Response again = await().atMost(Duration.ofSeconds(60))
                .until(() -> Requests.send(request), answer -> answer.statusCode() == 200);
        assertThat(again.<String>path("effective.text")).isEqualTo("Please refund to [IBAN].");
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(recorded.matching(
                                    event -> event.id().toString().equals(again.path("id"))))
                            .isNotEmpty());
        }
    }
}
