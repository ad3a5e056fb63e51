package dev.surety.guardrail.decision.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.contracts.ProblemTypes;
import dev.surety.contracts.Topics;
import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.kit.problem.Problem;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class PreviewResourceTest {
    private static final String IBAN = "Please refund to DE89 3704 0044 0532 0130 00.";

    @ParameterizedTest
    @ValueSource(strings = {"pia", "paul", "carla", "lena"})
    void showsWhatEveryRuleAndEveryCheckSaw(String user) {
        Response answer = preview(body(Requests.question(IBAN), null), user);

        answer.then()
                .statusCode(200)
                .body("policy", equalTo("in-force"))
                .body("diagnostics", empty())
                .body("decision.action", equalTo("redact"))
                .body("decision", not(hasKey("id")))
                .body("decision.effective.text", equalTo("Please refund to [IBAN]."))
                .body(
                        "decision.policy.digest",
                        equalTo(BaselinePolicy.POLICY.identity().digest()))
                .body("decision.results.rule", hasItem("injection.direct"))
                .rootPath("checks.find { it.check == 'pii' }")
                .body("status", equalTo("done"))
                .body("values.count", equalTo(1))
                .body("findings.category", contains("pii.iban"))
                .body("findings[0].path", equalTo("messages[0].content"))
                .body("findings[0].start", equalTo(17));
        assertThat(answer.asString()).doesNotContain("DE89");
    }

    @Test
    void decidesByTheDocumentThatIsSentAlongAndRunsItsTests() {
        String document = BaselinePolicy.POLICY.document().replace(", pii.iban", "");

        Response answer = preview(body(Requests.question(IBAN), document), "pia");

        answer.then()
                .statusCode(200)
                .body("policy", equalTo("draft"))
                .body("decision.action", equalTo("allow"))
                .body("testsLeftOut", equalTo(0))
                .rootPath("tests.find { it.name == 'an IBAN in the question' }")
                .body("passed", equalTo(false))
                .body("expected", equalTo("redact"))
                .body("action", equalTo("allow"))
                .body("failures", hasItem("rule pii.payment did not fire"));
        assertThat(answer.jsonPath().<String>getList("tests.findAll { !it.passed }.name"))
                .as("the tests of what was loosened fail, others do not")
                .contains("an IBAN in the question")
                .doesNotContain("a card number in an answer", "an e-mail address in a French question");
    }

    @Test
    void saysWhereADocumentIsWrongAndThatItDecidesNothing() {
        String document = BaselinePolicy.POLICY.document().replaceFirst("score >= threshold", "scorn >= threshold");
        int line = 1
                + (int) document.lines()
                        .takeWhile(text -> !text.contains("scorn"))
                        .count();

        preview(body(Requests.question(IBAN), document), "pia")
                .then()
                .statusCode(200)
                .body("decision", nullValue())
                .body("tests", empty())
                .body("diagnostics[0].line", equalTo(line))
                .body("diagnostics[0].message", containsString("scorn"));
    }

    @Test
    void recordsNothing() {
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            ObjectNode tried = Requests.question(IBAN);
            ObjectNode decided = Requests.question(IBAN);
            preview(body(tried, null), "pia").then().statusCode(200);

            Requests.send(decided).then().statusCode(200);

            String conversation = decided.at("/conversation/id").asText();
            List<RecordedEvents.Recorded> known = await().until(
                            () -> recorded.matching(event -> event.subject().equals(conversation)),
                            found -> !found.isEmpty());
            assertThat(known).hasSize(1);
            assertThat(recorded.matching(event ->
                            event.subject().equals(tried.at("/conversation/id").asText())))
                    .isEmpty();
        }
    }

    @Test
    void asksForAToken() {
        Response answer = given().contentType(ContentType.JSON)
                .body(body(Requests.question(IBAN), null).toString())
                .when()
                .post("/v1/evaluations/preview");

        isProblem(answer, 401, ProblemTypes.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ada", "ben"})
    void refusesRolesThatHaveNoPartInPolicies(String user) {
        isProblem(preview(body(Requests.question(IBAN), null), user), 403, ProblemTypes.FORBIDDEN);
    }

    @Test
    void refusesChannelsBecauseAPreviewIsNoDecision() {
        Response answer = send(body(Requests.question(IBAN), null).toString(), RealServers.clientToken("integrator"));

        isProblem(answer, 403, ProblemTypes.FORBIDDEN);
    }

    @Test
    void namesTheValueThatIsNotAllowedByItsPlaceInTheBody() {
        ObjectNode exchange = Requests.question(IBAN);
        ((ObjectNode) exchange.path("conversation")).put("channel", "Web Chat");

        Response answer = preview(body(exchange, null), "pia");

        isProblem(answer, 400, ProblemTypes.INVALID_VALUE);
        answer.then().body("errors.pointer", contains("/exchange/conversation/channel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"exchange\": null}", "null"})
    void asksForAnExchange(String body) {
        Response answer = send(body, RealServers.token("pia"));

        isProblem(answer, 400, ProblemTypes.INVALID_VALUE);
        answer.then().body("errors.pointer", contains("/exchange"));
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        isProblem(send("{\"exchanges\": {}}", RealServers.token("pia")), 400, ProblemTypes.MALFORMED_BODY);
    }

    @Test
    void refusesABodyOfAMegabyte() {
        Response answer = preview(body(Requests.question(IBAN), "x".repeat(1_000_000)), "pia");

        isProblem(answer, 413, ProblemTypes.BODY_TOO_LARGE);
    }

    private static ObjectNode body(ObjectNode exchange, String policy) {
        ObjectNode body = Requests.JSON.createObjectNode();
        body.set("exchange", exchange);
        return policy == null ? body : body.put("policy", policy);
    }

    private static Response preview(ObjectNode body, String user) {
        return send(body.toString(), RealServers.token(user));
    }

    private static Response send(String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/evaluations/preview");
    }

    private static void isProblem(Response answer, int status, URI type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.<String>path("type")).isEqualTo(type.toString());
    }
}
