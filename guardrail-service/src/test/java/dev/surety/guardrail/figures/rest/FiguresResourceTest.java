package dev.surety.guardrail.figures.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.surety.contracts.feedback.FeedbackVerdict;
import dev.surety.guardrail.history.HistoryStore;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.PastExchanges;
import dev.surety.guardrail.history.UnstorableException;
import dev.surety.guardrail.history.Verdict;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "guardrail"))
class FiguresResourceTest {
    @Inject
    HistoryStore history;

    @Test
    void countsWhatWasDecidedByActionRuleAndCover() throws UnstorableException {
        Response before = get("/v1/figures?window=15m", "pia");
        keep("acme", Instant.now());
        keep("acme", Instant.now());
        keep("acme", Instant.now().minus(Duration.ofDays(2)));
        keep("globex", Instant.now());

        Response after = get("/v1/figures?window=15m", "pia");

        after.then()
                .statusCode(200)
                .body("window", equalTo("15m"))
                .body("stepSeconds", equalTo(60))
                .body("steps", hasSize(15))
                .body("rules.rule", hasItem("pii.payment"))
                .body("latency.p50Micros", greaterThanOrEqualTo(1))
                .body("latency.buckets", hasSize(5));
        assertThat(number(after, "decisions") - number(before, "decisions")).isEqualTo(2);
        assertThat(number(after, "actions.redact") - number(before, "actions.redact"))
                .isEqualTo(2);
        String payment = "rules.find { it.rule == 'pii.payment' && it.action == 'redact' }.results";
        assertThat(number(after, payment) - number(before, payment)).isEqualTo(2);
        String privacy = "covers.find { it.cover == 'cyber-privacy' }.results";
        assertThat(number(after, privacy) - number(before, privacy)).isEqualTo(2);
        assertThat(number(after, "steps.sum { it.actions.values().sum() ?: 0 }"))
                .isEqualTo(number(after, "decisions"));
    }

    @Test
    void aLongerWindowSeesMore() throws UnstorableException {
        Instant past = Instant.now().minus(Duration.ofDays(3));
        Response before = get("/v1/figures?window=7d", "carla");
        keep("acme", past);

        Response after = get("/v1/figures?window=7d", "carla");

        assertThat(number(after, "decisions") - number(before, "decisions")).isEqualTo(1);
    }

    @Test
    void countsWhatPeopleSaid() throws UnstorableException {
        Response before = get("/v1/figures?window=24h", "ada");
        UUID decision = keep("acme", Instant.now());
        history.keep(new Verdict("acme", decision, null, "lena", FeedbackVerdict.FALSE_POSITIVE, Instant.now()));

        Response after = get("/v1/figures?window=24h", "ada");

        assertThat(number(after, "feedback.false-positive") - number(before, "feedback.false-positive"))
                .isEqualTo(1);
    }

    @Test
    void listsTheDecisionsBehindThemPageByPageLatestFirst() throws UnstorableException {
        Instant now = Instant.now();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(keep("acme", now.minusSeconds(i)).toString());
        }
        String foreign = keep("globex", now).toString();

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Response page =
                    get("/v1/figures/decisions?window=15m&limit=2&rule=pii.payment&action=redact" + cursor, "pia");
            page.then().statusCode(200);
            listed.addAll(page.jsonPath().getList("items.id"));
            String next = page.path("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(kept).doesNotContain(foreign);
    }

    @Test
    void showsOfADecisionWhatSpokeAndNothingThatWasSaid() throws UnstorableException {
        String id = keep("acme", Instant.now()).toString();

        Response answer = get("/v1/figures/decisions?window=15m&limit=100", "pia");

        answer.then()
                .statusCode(200)
                .rootPath("items.find { it.id == '" + id + "' }")
                .body("action", equalTo("redact"))
                .body("rules", equalTo(List.of("pii.payment")))
                .body("policy", equalTo("baseline"))
                .body("degraded", equalTo(false));
        assertThat(answer.asString()).doesNotContain("DE89");
    }

    @Test
    void aRuleThatStayedSilentLeadsToNoDecision() throws UnstorableException {
        var _ = keep("acme", Instant.now());

        get("/v1/figures/decisions?window=15m&rule=handover.requested", "pia")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/figures?window=30d,window",
        "/v1/figures/decisions?action=shout,action",
        "/v1/figures/decisions?cursor=nowhere,cursor",
        "/v1/figures/decisions?cursor=2026-11-23T10:00:00Z_7,cursor",
        "/v1/figures/decisions?limit=0,limit",
        "/v1/figures/decisions?limit=101,limit"
    })
    void namesTheParameterThatIsNotAllowed(String path, String pointer) {
        get(path, "pia").then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ben"})
    void refusesRolesThatHaveNoPartInPolicies(String user) {
        get("/v1/figures", user).then().statusCode(403);
        get("/v1/figures/decisions", user).then().statusCode(403);
    }

    @Test
    void asksForAToken() {
        given().when().get("/v1/figures").then().statusCode(401);
        given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .when()
                .get("/v1/figures")
                .then()
                .statusCode(403);
    }

    private UUID keep(String tenant, Instant at) throws UnstorableException {
        UUID id = UUID.randomUUID();
        assertThat(history.keep(PastDecision.of(tenant, id, PastExchanges.redacted(id, "figures-bot", at))))
                .isTrue();
        return id;
    }

    private static long number(Response answer, String path) {
        Number number = answer.path(path);
        return number == null ? 0 : number.longValue();
    }

    private static Response get(String path, String user) {
        return given().auth().oauth2(RealServers.token(user)).when().get(path);
    }
}
