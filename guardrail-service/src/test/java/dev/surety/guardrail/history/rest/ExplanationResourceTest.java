package dev.surety.guardrail.history.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.surety.guardrail.history.HistoryStore;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.PastExchanges;
import dev.surety.guardrail.history.UnstorableException;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "guardrail"))
class ExplanationResourceTest {
    private static final String REQUEST = """
            {"requestId": "%s", "bot": "retail-assistant", "stage": "input",
             "conversation": {"id": "c-%s", "turn": 0, "channel": "chat", "locale": "de-DE"},
             "customer": {"ref": "cust-1"},
             "messages": [{"role": "user", "content": "Bitte erstatten Sie auf DE89 3704 0044 0532 0130 00."}]}
            """;

    @Inject
    HistoryStore history;

    @Test
    void aDecisionThatWasJustMadeIsExplained() {
        UUID name = UUID.randomUUID();
        String id = given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType(ContentType.JSON)
                .body(REQUEST.replace("%s", name.toString()))
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        Response explained = await().atMost(Duration.ofSeconds(30))
                .until(() -> explain(id, RealServers.token("carla")), answer -> answer.statusCode() == 200);

        String payment = "rules.find { it.rule == 'pii.payment' }.";
        explained
                .then()
                .body("action", equalTo("redact"))
                .body("details.checks.check", hasItem("pii"))
                .body(payment + "matched", equalTo(1))
                .body(payment + "cover", equalTo("cyber-privacy"))
                .body(payment + "decisionWithout", equalTo("allow"))
                .body(payment + "counterfactuals.needed", hasItem("at score < 0.6"));
        assertThat(explained.asString()).doesNotContain("DE89").doesNotContain("erstatten");
    }

    @Test
    void anAgentReadsASentenceAndWhereButNotTheRules() throws UnstorableException {
        explain(kept("acme"), RealServers.token("alice"), "fr")
                .then()
                .statusCode(200)
                .body(
                        "sentence",
                        equalTo("Des parties du texte ont été masquées: il contient un numéro de carte ou de compte"
                                + " (relevé : 1 × pii.iban)."))
                .body("findings[0].start", equalTo(10))
                .body("details", nullValue())
                .body("rules", nullValue());
    }

    @Test
    void theSentenceIsInTheLanguageOfTheConversationWhereNoneIsAskedFor() throws UnstorableException {
        assertThat(explain(kept("acme"), RealServers.token("alice"), "ja").<String>path("sentence"))
                .startsWith("Teile des Textes wurden unkenntlich gemacht");
    }

    @Test
    void anIntegratorReadsTheDetailsWithoutWhatIsForCompliance() throws UnstorableException {
        explain(kept("acme"), RealServers.clientToken("integrator"))
                .then()
                .statusCode(200)
                .body("details.results.rule", hasItem("pii.payment"))
                .body("details.decisionMicros", equalTo(640))
                .body("sentence", nullValue())
                .body("rules", nullValue())
                .body("verdicts", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "ada", "pia", "paul"})
    void thoseWhoAnswerForThePolicyReadEverything(String user) throws UnstorableException {
        explain(kept("acme"), RealServers.token(user))
                .then()
                .statusCode(200)
                .body("sentence", notNullValue())
                .body("rules[0].counterfactuals[0].sentence", equalTo("Would have passed at score < 0.6; was 0.99."))
                .body("rules[1].counterfactuals", nullValue());
    }

    @Test
    void anotherTenantsDecisionAndNoDecisionAtAllLookAlike() throws UnstorableException {
        for (String id : new String[] {kept("globex"), UUID.randomUUID().toString(), "nonsense"}) {
            explain(id, RealServers.token("carla"))
                    .then()
                    .statusCode(404)
                    .header("Retry-After", "1")
                    .body("detail", notNullValue());
        }
    }

    @Test
    void withoutATokenOrARoleNothingIsExplained() throws UnstorableException {
        String id = kept("acme");

        given().get("/v1/evaluations/" + id).then().statusCode(401);
        explain(id, RealServers.token("ben")).then().statusCode(403);
    }

    @Test
    void whatSomebodySaysIsRecordedAndTheLatestWordCounts() throws UnstorableException {
        String id = kept("acme");

        judge(id, "{\"verdict\": \"correct\"}", "alice").then().statusCode(200);
        judge(id, "{\"verdict\": \"false-positive\"}", "alice").then().statusCode(200);
        judge(id, "{\"verdict\": \"correct\", \"rule\": \"pii.payment\"}", "carla")
                .then()
                .statusCode(200)
                .body("rule", equalTo("pii.payment"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(explain(id, RealServers.token("carla"))
                                .<java.util.List<String>>path("verdicts.verdict"))
                        .containsExactly("false-positive", "correct"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400",
                "{\"verdict\": \"maybe\"}|400",
                "{\"verdict\": \"correct\", \"rule\": \"no.such\"}|400",
                "{\"verdict\": \"correct\", \"note\": \"x\"}|400",
                "{|400"
            })
    void whatCannotBeUnderstoodIsRefused(String body, int status) throws UnstorableException {
        judge(kept("acme"), body, "alice").then().statusCode(status);
    }

    @Test
    void onlySomeRolesMayJudgeAndOnlyTheirOwnTenantsDecisions() throws UnstorableException {
        judge(kept("acme"), "{\"verdict\": \"correct\"}", "ada").then().statusCode(403);
        judge(kept("globex"), "{\"verdict\": \"correct\"}", "alice").then().statusCode(404);
    }

    private String kept(String tenant) throws UnstorableException {
        UUID id = UUID.randomUUID();
        var _ = history.keep(PastDecision.of(
                tenant, id, PastExchanges.redacted(id, "bot-1", Instant.parse("2026-11-02T09:30:15Z"))));
        return id.toString();
    }

    private static Response explain(String id, String token) {
        return explain(id, token, "en");
    }

    private static Response explain(String id, String token, String language) {
        return given().auth().oauth2(token).header("Accept-Language", language).get("/v1/evaluations/" + id);
    }

    private static Response judge(String id, String body, String user) {
        return given().auth()
                .oauth2(RealServers.token(user))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/evaluations/" + id + "/feedback");
    }
}
