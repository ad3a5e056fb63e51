package dev.surety.escalation.guardrail.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.surety.escalation.guardrail.FakeGuardrail;
import dev.surety.escalation.session.Browser;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
@WithTestResource(FakeGuardrail.class)
class GuardrailResourceTest {
    private static final String DECISION = "0f5d8a52-8f0e-5b0c-9f3e-6c4f5b1c2d3e";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @TestHTTPResource("/")
    URI service;

    @Test
    void asksInTheNameOfWhoeverIsLoggedInAndKeepsTheTokenFromTheBrowser() {
        Browser browser = new Browser(service.getPort());
        var _ = browser.openAndLogIn("/login?return=/v1/session", "pia");

        HttpResponse<String> answer = browser.get("/v1/guardrail/policies/current?bot=shop");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"path\":\"/v1/policies/current?bot=shop\"");
        Matcher token = TOKEN.matcher(answer.body());
        assertThat(token.find()).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(token.group(1)), StandardCharsets.UTF_8))
                .contains("\"typ\":\"Bearer\"", "\"policy-author\"", "\"tenant\":\"acme\"");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("stolen"));
        assertThat(answer.headers().firstValue("X-Inner-Network")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aPreviewWithTheSessionNeedsTheHeaderThatForeignPagesCannotSend() {
        Browser browser = new Browser(service.getPort());
        var _ = browser.openAndLogIn("/login?return=/v1/session", "pia");

        HttpResponse<String> without = browser.post("/v1/guardrail/evaluations/preview", "{}");
        HttpResponse<String> with =
                browser.post("/v1/guardrail/evaluations/preview", "{\"exchange\":1}", "X-Surety-Console", "1");

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.body()).contains("\"body\":\"{'exchange':1}\"");
    }

    @Test
    void passesOnOnlyWhatTheCallNeeds() {
        Response answer = given().auth()
                .oauth2(RealServers.token("pia"))
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Cookie", "secret=1")
                .header("Accept-Language", "de")
                .when()
                .get("/v1/guardrail/figures?window=24h&admin=true");

        answer.then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("path", equalTo("/v1/figures?window=24h"))
                .body("headers", not(hasItem("Cookie")))
                .body("headers", not(hasItem("Accept-language")))
                .body("headers", not(hasItem("X-forwarded-for")));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/guardrail/policies,/v1/policies",
        "/v1/guardrail/figures,/v1/figures",
        "/v1/guardrail/evaluations/" + DECISION + ",/v1/evaluations/" + DECISION
    })
    void reachesTheCallsThatAreListed(String path, String there) {
        get(path).then().statusCode(200).body("path", endsWith(there));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/guardrail",
                "/v1/guardrail/evaluations",
                "/v1/guardrail/evaluations/..%2Fpolicies",
                "/v1/guardrail/chat/completions",
                "/v1/guardrail/q/openapi"
            })
    void reachesNoOther(String path) {
        get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "large", "page", "unknown-token", "elsewhere"})
    void saysThatTheServiceIsAwayWhateverIsWrongThere(String trouble) {
        Response answer = get("/v1/guardrail/policies/current?bot=" + trouble);

        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", endsWith("/unavailable"));
        assertThat(answer.asString()).doesNotContain("inner-proxy");
    }

    @Test
    void passesOnRefusalsAsTheyAre() {
        get("/v1/guardrail/policies/current?bot=forbidden")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        get("/v1/guardrail/policies/current?bot=busy")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("7"))
                .body("type", endsWith("/too-many-requests"));
    }

    @Test
    void asksForSomebodyWhoIsLoggedIn() {
        given().when().get("/v1/guardrail/policies").then().statusCode(401);
    }

    private static Response get(String path) {
        return given().auth()
                .oauth2(RealServers.token("pia"))
                .urlEncodingEnabled(false)
                .when()
                .get(path);
    }
}
