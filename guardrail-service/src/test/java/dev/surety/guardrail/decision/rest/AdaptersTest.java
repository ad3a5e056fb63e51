package dev.surety.guardrail.decision.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other products' guardrail interfaces: the same decisions, recorded alike, in their words. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AdaptersTest {
    private static final String LITELLM = "/beta/litellm_basic_guardrail_api";
    private static final String FMS = "/api/v1/text/contents";
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";

    @Test
    void masksInTheTextThatItBelongsToAndLeavesTheOthersAlone() {
        String body = """
                {"texts": ["You help.", "My IBAN is %s.", "And my question?"], "input_type": "request",
                 "litellm_call_id": "%s", "litellm_version": "9", "request_data": {"user_api_key_alias": "k"},
                 "structured_messages": [{"role": "system", "content": "You help."},
                   {"role": "user", "content": [{"type": "text", "text": "My IBAN is %s."}]},
                   {"role": "user", "content": "And my question?"}],
                 "additional_provider_specific_params": {"bot": "shop", "locale": "en-GB"}}
                """.formatted(IBAN, UUID.randomUUID(), IBAN);

        send(LITELLM, body)
                .then()
                .statusCode(200)
                .body("action", equalTo("GUARDRAIL_INTERVENED"))
                .body("texts", contains("You help.", "My IBAN is [IBAN].", "And my question?"));
    }

    @Test
    void saysNothingWhereNothingIsToBeDone() {
        send(LITELLM, litellm("request", "When do you open on Monday?"))
                .then()
                .statusCode(200)
                .body("action", equalTo("NONE"))
                .body("texts", nullValue());
    }

    @Test
    void aCustomerWhoWantsAPersonIsNotSentToTheModel() {
        send(LITELLM, litellm("request", "I want to speak to a human, please."))
                .then()
                .statusCode(200)
                .body("action", equalTo("BLOCKED"))
                .body("blocked_reason", containsString("colleague"));
    }

    @Test
    void blocksAnAnswerWithTheTextForTheCustomer() {
        send(LITELLM, litellm("response", "Use sk_live_4eC39HqLyjWDarjtT1zdp7dc to log in."))
                .then()
                .statusCode(200)
                .body("action", equalTo("BLOCKED"))
                .body("blocked_reason", containsString("can't help"))
                .body("texts", nullValue());
    }

    @Test
    void putsTheTextOfThePolicyInThePlaceOfAnAnswerThatIsReplaced() {
        String body = """
                {"texts": ["We open at nine.", "%s"], "input_type": "response",
                 "additional_provider_specific_params": {"bot": "shop", "locale": "en-GB"}}
                """.formatted("We open at nine. ".repeat(300));

        send(LITELLM, body)
                .then()
                .statusCode(200)
                .body("action", equalTo("GUARDRAIL_INTERVENED"))
                .body("texts", hasSize(2))
                .body("texts[0]", endsWith("We open at nine."))
                .body("texts[1]", not(containsString("nine")));
    }

    @Test
    void everyDecisionIsRecordedAndTheSameCallAgainIsTheSameOne() {
        String conversation = "c-" + UUID.randomUUID();
        String body = """
                {"texts": ["Your account is %s."], "input_type": "response", "litellm_call_id": "call-1",
                 "litellm_trace_id": "%s", "additional_provider_specific_params": {"bot": "shop"}}
                """.formatted(IBAN, conversation);
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            // When
            String first = send(LITELLM, body).then().statusCode(200).extract().asString();
            String second = send(LITELLM, body).then().statusCode(200).extract().asString();

            // Then
            assertThat(second).isEqualTo(first).contains("GUARDRAIL_INTERVENED").doesNotContain("DE89");
            List<RecordedEvents.Recorded> records = await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> recorded.matching(event -> event.subject().equals(conversation)),
                            found -> found.size() >= 2);
            assertThat(records)
                    .extracting(one -> one.event().id())
                    .hasSize(2)
                    .containsOnly(records.getFirst().event().id());
            assertThat(((ExchangeEvaluated) records.getFirst().event().data()).bot())
                    .isEqualTo("shop");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                                | /texts",
                "{\"texts\": [\"a\"], \"input_type\": \"both\", \"litellm_call_id\": \"1\"}        | /input_type",
                "{\"texts\": [\"a\", \"b\\u0000\"], \"input_type\": \"request\"}                    | /texts/1",
                "{\"texts\": [\"a\"], \"litellm_trace_id\": \"\\ud800\"}                           | /litellm_trace_id",
                "{\"texts\": [\"a\"], \"request_data\": {\"user_api_key_end_user_id\": \"\\n\\u0001\"}} | /request_data/user_api_key_end_user_id",
                "{\"additional_provider_specific_params\": {\"channel\": \"Big Screen\"}}             | /additional_provider_specific_params/channel",
                "{\"additional_provider_specific_params\": {\"locale\": \"-\"}}                       | /additional_provider_specific_params/locale",
                "{\"additional_provider_specific_params\": {\"jurisdiction\": \"Europe\"}}            | /additional_provider_specific_params/jurisdiction",
                "{\"additional_provider_specific_params\": {\"bot\": 7}}                             | /additional_provider_specific_params/bot",
                "{\"additional_provider_specific_params\": {\"stage\": \"input\"}}                    | /additional_provider_specific_params",
                "{\"texts\": [\"a\"], \"input_type\": \"request\", \"litellm_call_id\": \"1\"}     | /additional_provider_specific_params/bot",
                "{\"texts\": [\"a\"], \"images\": [\"x\"], \"litellm_call_id\": \"1\"}             | /images"
            })
    void namesWhatIsMissingOrCannotBeJudged(String body, String pointer) {
        send(LITELLM, body).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesMoreTextThanItJudges() {
        String longest = "a".repeat(20_000);
        send(LITELLM, litellm("request", longest)).then().statusCode(200);
        send(LITELLM, litellm("request", longest + "a"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/texts/0"));
        send(FMS, "{\"contents\": [" + "\"a\",".repeat(200) + "\"a\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/contents"));
    }

    @Test
    void masksTheCustomersWordsEvenWhereTheBotSaidTheSameLater() {
        String body = """
                {"texts": ["%1$s", "Is that right?", "%1$s", "", "%1$s", "Yes."], "input_type": "request",
                 "structured_messages": [{"role": "user", "content": "%1$s"}, {"role": "user", "content": "Is that right?"},
                   {"role": "assistant", "content": "%1$s"}, {"role": "user", "content": ""},
                   {"role": "user", "content": "%1$s"}, {"role": "user", "content": "Yes."}],
                 "additional_provider_specific_params": {"bot": "shop"}}
                """.formatted(IBAN);

        send(LITELLM, body)
                .then()
                .statusCode(200)
                .body("texts", contains(IBAN, "Is that right?", IBAN, "", "[IBAN]", "Yes."));
    }

    @Test
    void judgesEverythingWhereItDoesNotKnowWhoWroteIt() {
        String body = """
                {"texts": ["%1$s", "Thank you."], "input_type": "request",
                 "structured_messages": [{"role": "assistant", "content": "%1$s"}],
                 "additional_provider_specific_params": {"bot": "shop"}}
                """.formatted(IBAN);

        send(LITELLM, body).then().statusCode(200).body("texts", contains("[IBAN]", "Thank you."));
    }

    @Test
    void asksForTheBotWhoseDetectorItShallBe() {
        given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType(ContentType.JSON)
                .body("{\"contents\": [\"a\", \"\\u0000\"]}")
                .when()
                .post(FMS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/detector_params/bot", "/contents/1"));
    }

    @Test
    void detectsInCodePointsForEachContent() {
        send(
                        FMS,
                        "{\"contents\": [\"\ud83d\ude42 Pay %s now.\", \"All is well.\", \"\"], \"detector_params\": {}}"
                                .formatted(IBAN))
                .then()
                .statusCode(200)
                .body("", hasSize(3))
                .body("[0].find { it.detection_type == 'pii.payment' }.start", equalTo(6))
                .body("[0].find { it.detection_type == 'pii.payment' }.end", equalTo(33))
                .body("[0].find { it.detection_type == 'pii.payment' }.text", equalTo(IBAN))
                .body("[0].find { it.detection_type == 'pii.payment' }.detection", equalTo("pii.iban"))
                .body("[1]", empty())
                .body("[2]", empty());
    }

    @Test
    void detectsInWhatTheCustomerWroteWhenToldSo() {
        send(
                        FMS,
                        "{\"contents\": [\"I want to speak to a human, please.\"], \"detector_params\": {\"stage\": \"input\"}}")
                .then()
                .statusCode(200)
                .body("[0].detection_type", hasItem("handover.requested"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contents\": [null]}",
                "{\"contents\": [\"a\\u0000\"]}",
                "{\"contents\": [\"a\"], \"detector_params\": {\"stage\": \"other\"}}",
                "{\"contents\": [\"a\"], \"detector_params\": {\"bott\": \"other\"}}",
                "[]",
                "{\"contents\": "
            })
    void refusesWhatIsNoDetectorRequest(String body) {
        send(FMS, body).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {LITELLM, FMS})
    void asksForATokenTheRoleAndAServedTenant(String path) {
        given().contentType(ContentType.JSON)
                .body("{}")
                .when()
                .post(path)
                .then()
                .statusCode(401);
        send(path, "{}", RealServers.token("alice")).then().statusCode(403);
        send(path, body(path), RealServers.clientToken("integrator-initech"))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {LITELLM, FMS})
    void refusesABodyThatIsTooLarge(String path) {
        send(path, "{\"texts\": [\"" + "a".repeat(600_000) + "\"]}").then().statusCode(413);
    }

    private static String body(String path) {
        return path.equals(FMS) ? "{\"contents\": [\"a\"]}" : litellm("request", "a");
    }

    private static String litellm(String type, String text) {
        return """
                {"texts": ["%s"], "input_type": "%s", "litellm_call_id": "%s", "request_data": {},
                 "additional_provider_specific_params": {"bot": "shop", "locale": "en-GB", "channel": "chat"}}
                """.formatted(text, type, UUID.randomUUID());
    }

    private static Response send(String path, String body) {
        return send(path, body, RealServers.clientToken("integrator"));
    }

    private static Response send(String path, String body, String token) {
        return given().auth()
                .oauth2(token)
                .header("detector-id", "shop")
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(path);
    }
}
