package dev.surety.guardrail.decision.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class EvaluationResourceTest {

    @Test
    void masksAnIbanAndExplainsWhy() {
        ObjectNode request = Requests.question("Please refund to DE89 3704 0044 0532 0130 00.");

        Response answer = Requests.send(request);

        answer.then()
                .statusCode(200)
                .body("id", equalTo(decisionId("acme", request)))
                .body("action", equalTo("redact"))
                .body("effective.text", equalTo("Please refund to [IBAN]."))
                .body("effective.edits.operation", contains("redact"))
                .body("effective.edits[0].start", equalTo(17))
                .body("effective.edits[0].end", equalTo(44))
                .body("policy.id", equalTo("baseline"))
                .body("policy.digest", startsWith("sha256:"))
                .body("degraded", empty())
                .rootPath("results.find { it.rule == 'pii.payment' }")
                .body("status", equalTo("fail"))
                .body("check", equalTo("pii"))
                .body("condition", equalTo("score >= threshold"))
                .body("threshold", equalTo(0.6f))
                .body("inputs.threshold", equalTo(0.6f))
                .body("reasonCode", equalTo("PII_PAYMENT"))
                .body("cover", equalTo("cyber-privacy"))
                .body("findings[0].category", equalTo("pii.iban"))
                .body("findings[0].path", equalTo("messages[0].content"))
                .body("findings[0].start", equalTo(17));
        assertThat(answer.asString()).doesNotContain("DE89");
    }

    @Test
    void escalatesWithQueueReasonAndHandoffText() {
        Response answer = Requests.send(Requests.question("I want to speak to a human, please."));

        answer.then()
                .statusCode(200)
                .body("action", equalTo("escalate"))
                .body("effective.text", containsString("colleague"))
                .body("obligations.type", hasItem("escalate"))
                .rootPath("obligations.find { it.type == 'escalate' }")
                .body("rule", equalTo("handover.requested"))
                .body("queue", equalTo("tier1"))
                .body("priority", equalTo("P3"))
                .body("reasonCode", equalTo("HUMAN_REQUESTED"))
                .body("handoffText", containsString("colleague"));
    }

    @Test
    void writesOneRecordThatSaysAllOfIt() {
        ObjectNode request = Requests.question("Please refund to DE89 3704 0044 0532 0130 00.");
        String conversation = request.at("/conversation/id").asText();
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            // When
            Response answer = Requests.send(request);

            // Then
            List<RecordedEvents.Recorded> records = waitFor(recorded, conversation, 1);
            CloudEvent<?> event = records.getFirst().event();
            assertThat(records.getFirst().key()).isEqualTo(conversation);
            assertThat(event.id()).hasToString(answer.path("id"));
            assertThat(event.tenant()).isEqualTo("acme");
            assertThat(event.subject()).isEqualTo(conversation);
            assertThat(event.source()).hasToString("/surety/guardrail-service");
            ExchangeEvaluated data = (ExchangeEvaluated) event.data();
            assertThat(data.requestId()).isEqualTo(request.path("requestId").asText());
            assertThat(data.requestDigest()).matches("sha256:[0-9a-f]{64}");
            assertThat(data.action()).isEqualTo(Action.REDACT);
            assertThat(data.messages().getFirst().content()).contains("DE89 3704");
            assertThat(data.delivered().text()).isEqualTo("Please refund to [IBAN].");
            assertThat(data.policy().digest()).isEqualTo(answer.path("policy.digest"));
            assertThat(data.results())
                    .filteredOn(result -> result.rule().equals("pii.payment"))
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.thresholdPerMille()).isEqualTo(600);
                        assertThat(result.inputs()).containsEntry("threshold", "0.6");
                        assertThat(result.findings().getFirst().detector()).isEqualTo("pii@2");
                    });
            assertThat(data.producer().sequence()).isPositive();
        }
    }

    @Test
    void givesARepeatedRequestTheSameDecisionAndEventId() {
        ObjectNode request = Requests.answer();
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            // When
            Response first = Requests.send(request);
            Response second = Requests.send(request);

            // Then
            assertThat(withoutTiming(second)).isEqualTo(withoutTiming(first));
            List<RecordedEvents.Recorded> records =
                    waitFor(recorded, request.at("/conversation/id").asText(), 2);
            assertThat(records)
                    .extracting(one -> one.event().id())
                    .containsOnly(records.getFirst().event().id());
            assertThat(records)
                    .extracting(one -> ((ExchangeEvaluated) one.event().data()).requestDigest())
                    .containsOnly(
                            ((ExchangeEvaluated) records.getFirst().event().data()).requestDigest());
        }
    }

    @Test
    void givesOneRequestSentManyTimesAtOnceOneDecision() throws Exception {
        String body = Requests.answer().toString();
        String token = RealServers.clientToken("integrator");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<String> send = () ->
                    Requests.send(body, token).then().statusCode(200).extract().path("id");

            List<Future<String>> ids =
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> send).toList());

            assertThat(ids).extracting(Future::get).containsOnly(ids.getFirst().get());
        }
    }

    @Test
    void noticesOneRequestIdWithTwoBodiesInTheRecord() {
        ObjectNode request = Requests.answer();
        ObjectNode other = request.deepCopy();
        ((ObjectNode) other.path("response")).put("content", "Something else entirely.");
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            // When
            Requests.send(request).then().statusCode(200);
            Requests.send(other).then().statusCode(200);

            // Then
            List<RecordedEvents.Recorded> records =
                    waitFor(recorded, request.at("/conversation/id").asText(), 2);
            assertThat(records)
                    .extracting(one -> one.event().id())
                    .containsOnly(records.getFirst().event().id());
            assertThat(records)
                    .extracting(one -> ((ExchangeEvaluated) one.event().data()).requestDigest())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsTheDecisionsOfTenantsApart() {
        ObjectNode request = Requests.answer();

        String acme = Requests.send(request).then().statusCode(200).extract().path("id");
        String globex = Requests.send(request.toString(), RealServers.clientToken("integrator-globex"))
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        assertThat(globex).isNotEqualTo(acme).isEqualTo(decisionId("globex", request));
    }

    @Test
    void countsDecisionsByAction() {
        Requests.send(Requests.question("I want to speak to a human, please."))
                .then()
                .statusCode(200);

        String metrics = Management.get("/q/metrics");

        assertThat(metrics)
                .contains("surety_guardrail_evaluations_total{action=\"escalate\",stage=\"input\"")
                .contains("surety_guardrail_evaluation_seconds_bucket");
    }

    private static List<RecordedEvents.Recorded> waitFor(RecordedEvents recorded, String conversation, int number) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> recorded.matching(event -> event.subject().equals(conversation)),
                        records -> records.size() >= number);
    }

    private static String decisionId(String tenant, ObjectNode request) {
        return Identifiers.named(tenant, request.path("requestId").asText()).toString();
    }

    private static Map<String, Object> withoutTiming(Response answer) {
        Map<String, Object> members =
                new HashMap<>(answer.then().statusCode(200).extract().jsonPath().getMap(""));
        assertThat(members.remove("timing")).isNotNull();
        return members;
    }
}
