package dev.surety.guardrail.policy.rest;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.surety.contracts.Topics;
import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class PolicyResourceTest {
    private static final String DIGEST = BaselinePolicy.POLICY.identity().digest();

    @ParameterizedTest
    @ValueSource(strings = {"pia", "paul", "carla", "ada", "lena"})
    void showsThePolicyInForceToWhoAnswersForIt(String user) {
        get(RealServers.token(user), "retail-assistant")
                .then()
                .statusCode(200)
                .body("id", equalTo("baseline"))
                .body("digest", equalTo(DIGEST))
                .body("document", startsWith("# The policy that decides"))
                .body("checks", hasItem("grounding"))
                .rootPath("rules.find { it.id == 'handover.requested' }")
                .body("condition", equalTo("score >= threshold"))
                .body("cover", equalTo("errors-and-omissions"))
                .body("words[0]", containsString("The customer asks for a human."));
    }

    @Test
    void showsWhatFollowsWithTheTextsThatCustomersRead() {
        get(RealServers.token("pia"), "retail-assistant")
                .then()
                .statusCode(200)
                .body("defaults.onError", equalTo("fail_closed"))
                .body("defaults.degraded.queue", equalTo("tier1"))
                .body("tests.name", hasItem("an IBAN in the question"))
                .body("rules.find { it.id == 'injection.direct' }.score", equalTo("checks.injection.direct"))
                .body("rules.find { it.id == 'injection.direct' }.consequences[0].condition", equalTo("score >= 0.8"))
                .body("rules.find { it.id == 'injection.direct' }.consequences[0].action", equalTo("block"))
                .body("rules.find { it.id == 'handover.requested' }.consequences[0].priority", equalTo("P3"))
                .rootPath("templates.find { it.kind == 'reply' && it.name == 'handover' }")
                .body("texts[0].channel", equalTo("default"))
                .body("texts[0].language", equalTo("en"))
                .body("texts[0].text", containsString("colleague"));
    }

    @Test
    void showsTheVeryBytesThatTheDigestIsOf() {
        String resolved = get(RealServers.token("ada"), "retail-assistant").path("resolved");

        assertThat(CanonicalJson.digestOf(resolved)).isEqualTo(DIGEST);
    }

    @Test
    void listsThePoliciesOfTheTenantBaselineFirst() {
        given().auth()
                .oauth2(RealServers.token("paul"))
                .when()
                .get("/v1/policies")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo("baseline"))
                .body("items[0].digest", equalTo(DIGEST));
    }

    @Test
    void listsThemForNobodyWithoutAPartInPolicies() {
        given().auth()
                .oauth2(RealServers.token("alice"))
                .when()
                .get("/v1/policies")
                .then()
                .statusCode(403);
        given().when().get("/v1/policies").then().statusCode(401);
    }

    @Test
    void showsItToTheIntegrator() {
        get(RealServers.clientToken("integrator"), "retail-assistant").then().statusCode(200);
    }

    @Test
    void hidesItFromARoleThatHasNoUseForIt() {
        get(RealServers.token("alice"), "retail-assistant").then().statusCode(403);
    }

    @Test
    void asksWhichBotIsMeant() {
        given().auth()
                .oauth2(RealServers.token("ada"))
                .when()
                .get("/v1/policies/current")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("bot"));
    }

    @Test
    void tellsTheLogOfEachTenantWhichPolicyCameIntoForce() {
        try (RecordedEvents recorded = new RecordedEvents(Topics.POLICIES)) {
            List<RecordedEvents.Recorded> records = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> recorded.matching(event -> event.data() instanceof PolicyActivated activated
                                    && activated.digest().equals(DIGEST)),
                            found -> found.size() >= 2);

            assertThat(records).extracting(one -> one.event().tenant()).contains("acme", "globex");
            assertThat(records).allSatisfy(one -> {
                assertThat(one.key()).isEqualTo("baseline");
                assertThat(one.event().id())
                        .isEqualTo(Identifiers.named(one.event().tenant(), "policy-activated:" + DIGEST));
                PolicyActivated activated = (PolicyActivated) one.event().data();
                assertThat(activated.document()).isEqualTo(BaselinePolicy.POLICY.document());
                assertThat(CanonicalJson.digestOf(requireNonNull(activated.resolved())))
                        .isEqualTo(DIGEST);
            });
        }
    }

    @Test
    void describesItsCallsWithExamples() {
        String description = given().when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(description)
                .contains("/v1/evaluations")
                .contains("/v1/policies/current")
                .contains("How long can I return the headphones?");
    }

    private static Response get(String token, String bot) {
        return given().auth().oauth2(token).queryParam("bot", bot).when().get("/v1/policies/current");
    }
}
