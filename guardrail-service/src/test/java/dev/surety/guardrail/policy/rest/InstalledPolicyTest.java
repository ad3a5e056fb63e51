package dev.surety.guardrail.policy.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A policy that an installation brings decides for its bot and its tenant, and for nobody else. */
@QuarkusTest
@TestProfile(InstalledPolicyTest.WithDirectory.class)
@WithTestResource(RealServers.class)
class InstalledPolicyTest {

    public static class WithDirectory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guardrail.policy.directory",
                    Path.of("src/test/resources/installed").toAbsolutePath().toString());
        }
    }

    @Test
    void decidesForItsBotInItsTenant() {
        ask("integrator", "vault-bot")
                .body("action", equalTo("block"))
                .body("effective.text", equalTo("The vault stays shut."))
                .body("policy.id", equalTo("vault"))
                .body("policy.version", equalTo(7));
    }

    @Test
    void leavesOtherBotsAndOtherTenantsToTheBaseline() {
        ask("integrator", "other-bot").body("policy.id", equalTo("baseline")).body("action", equalTo("redact"));
        ask("integrator-globex", "vault-bot").body("policy.id", equalTo("baseline"));
    }

    private static ValidatableResponse ask(String client, String bot) {
        String body = """
                {"requestId": "installed-%s-%s", "bot": "%s", "stage": "input",
                 "conversation": {"id": "c-installed", "channel": "chat", "locale": "en-GB"},
                 "customer": {"ref": "cust-1"},
                 "messages": [{"role": "user", "content": "Pay it to DE89 3704 0044 0532 0130 00."}]}
                """.formatted(client, bot, bot);
        return given().auth()
                .oauth2(RealServers.clientToken(client))
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/evaluations")
                .then()
                .statusCode(200);
    }
}
