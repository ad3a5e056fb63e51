package dev.surety.guardrail.pseudonym.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pseudonyms through the whole service: given out with decisions, turned back by those who may, and recorded. */
@QuarkusTest
@TestProfile(PseudonymResourceTest.WithKey.class)
@WithTestResource(RealServers.class)
class PseudonymResourceTest {
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";

    public static class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guardrail.policy.directory",
                    Path.of("src/test/resources/pseudonyms").toAbsolutePath().toString(),
                    "guardrail.pseudonyms.key-file",
                    Path.of("target/test-keys/pseudonyms.key").toAbsolutePath().toString(),
                    "guardrail.pseudonyms.create-key",
                    "true");
        }
    }

    private final String conversation = "c-" + UUID.randomUUID();

    @Test
    void theSameValueHasTheSamePseudonymAtBothStagesAndIsRestored() {
        Response asked = decide("input", "Pay to " + IBAN + ", please.");
        Response answered = decide("output", "Paid to DE89370400440532013000 today.");

        String mask = asked.<String>path("effective.text").replaceAll("^Pay to |, please\\.$", "");
        assertThat(mask).matches("\\[IBAN [0-9A-Z]{5}]");
        assertThat(answered.<String>path("effective.text")).isEqualTo("Paid to " + mask + " today.");

        reveal("integrator", conversation, "We owe " + mask + " a reply.", box(asked))
                .then()
                .statusCode(200)
                .body("text", equalTo("We owe " + IBAN + " a reply."))
                .body("restored", equalTo(1));
    }

    @Test
    void everyRestorationIsRecordedWithoutTheValue() {
        Response asked = decide("input", "Pay to " + IBAN + ".");
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            reveal("integrator", conversation, asked.path("effective.text"), box(asked))
                    .then()
                    .statusCode(200);

            List<PseudonymsRevealed> revealed = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                recorded.matching(event -> conversation.equals(event.subject())).forEach(event -> {
                    if (event.event().data() instanceof PseudonymsRevealed one) {
                        revealed.add(one);
                    }
                });
                assertThat(revealed).isNotEmpty();
            });
            assertThat(revealed.getFirst().restored()).isEqualTo(1);
            assertThat(revealed.getFirst().conversationId()).isEqualTo(conversation);
            assertThat(revealed.getFirst().toString()).doesNotContain("DE89");
        }
    }

    @Test
    void anotherTenantAndAnotherConversationAreToldThatThereIsNothing() {
        Response asked = decide("input", "Pay to " + IBAN + ".");

        reveal("integrator-globex", conversation, asked.path("effective.text"), box(asked))
                .then()
                .statusCode(404);
        reveal("integrator", "c-other", asked.path("effective.text"), box(asked))
                .then()
                .statusCode(404);
        reveal("integrator", conversation, "text", "AAAA").then().statusCode(404);
    }

    @Test
    void decisionsWithoutPseudonymsCarryNoBox() {
        decide("input", "When do you open?").then().body("effective.sealedPseudonyms", nullValue());
    }

    @Test
    void needsATokenOfARoleThatMay() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/pseudonyms/reveal")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(RealServers.token("alice"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/pseudonyms/reveal")
                .then()
                .statusCode(403);
    }

    @Test
    void complianceMayRestoreToo() {
        Response asked = decide("input", "Pay to " + IBAN + ".");

        given().auth()
                .oauth2(RealServers.token("carla"))
                .contentType(ContentType.JSON)
                .body(Map.of("conversation", conversation, "text", "no mask", "sealed", List.of(box(asked))))
                .post("/v1/pseudonyms/reveal")
                .then()
                .statusCode(200)
                .body("restored", equalTo(0));
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType(ContentType.JSON)
                .body("{\"sealed\": []}")
                .post("/v1/pseudonyms/reveal")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/conversation"))
                .body("errors.pointer", hasItem("/text"))
                .body("errors.pointer", hasItem("/sealed"));
        reveal("integrator", conversation, "x".repeat(20_001), "AAAA").then().statusCode(400);
    }

    private static String box(Response decided) {
        return decided.path("effective.sealedPseudonyms");
    }

    private static Response reveal(String client, String conversation, String text, String box) {
        return given().auth()
                .oauth2(RealServers.clientToken(client))
                .contentType(ContentType.JSON)
                .body(Map.of("conversation", conversation, "text", text, "sealed", List.of(box)))
                .post("/v1/pseudonyms/reveal");
    }

    private Response decide(String stage, String text) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "requestId", UUID.randomUUID().toString(),
                "bot", "named-bot",
                "stage", stage,
                "conversation", Map.of("id", conversation, "channel", "chat", "locale", "en-GB"),
                "customer", Map.of("ref", "cust-1"),
                "messages", List.of(Map.of("role", "user", "content", stage.equals("input") ? text : "And?"))));
        if (stage.equals("output")) {
            request.put("response", Map.of("content", text, "model", "model-1"));
        }
        return given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/evaluations");
    }
}
