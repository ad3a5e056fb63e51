package dev.surety.guardrail.stream.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.stream.StreamingPolicies;
import dev.surety.guardrail.testing.RecordedEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(StreamingPolicies.class)
@WithTestResource(RealServers.class)
class StreamResourceTest {
    private static final String SENTENCE = "Your parcel left our warehouse this morning and is on its way to you. ";

    @Test
    void releasesSentencesMasksAValueInPiecesAndRecordsOneDecision() {
        String conversation = "c-" + UUID.randomUUID();
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            // When
            String stream = open("flowing-bot", conversation);
            Response first = chunk(stream, 0, SENTENCE + "We pay all of it back to DE89 3704", false);
            Response second = chunk(stream, 1, " 0044 0532 0130 00 today. " + SENTENCE, false);
            Response third = chunk(stream, 2, "Goodbye.", true);

            // Then
            first.then()
                    .statusCode(200)
                    .body("text", equalTo(SENTENCE))
                    .body("releaseUpto", equalTo(SENTENCE.length()))
                    .body("decision", nullValue());
            second.then()
                    .body("text", equalTo("We pay all of it back to [hidden] today. "))
                    .body("edits.operation", contains("redact"));
            third.then()
                    .body("text", equalTo(SENTENCE + "Goodbye."))
                    .body("action", equalTo("redact"))
                    .body("decision.effective.streaming.mode", equalTo("hold"))
                    .body(
                            "decision.effective.text",
                            equalTo(SENTENCE + "We pay all of it back to [hidden] today. " + SENTENCE + "Goodbye."));
            ExchangeEvaluated data = only(recorded, conversation);
            assertThat(data.response().content()).contains("DE89 3704 0044 0532 0130 00");
            assertThat(data.delivered().text()).isEqualTo(third.path("decision.effective.text"));
            assertThat(data.delivered().streaming().firstReleaseMicros()).isPositive();
            assertThat(data.delivered().streaming().complete()).isTrue();
        }
    }

    @Test
    void endsAtOnceWhenTheAnswerHasToBeBlocked() {
        String stream = open("flowing-bot", "c-blocked");

        chunk(stream, 0, SENTENCE + "You should sell your shares. " + SENTENCE, false)
                .then()
                .body("action", equalTo("block"))
                .body("text", equalTo(SENTENCE + "\n\nI would rather not say anything about that."));
        chunk(stream, 1, "More.", false).then().statusCode(409);
    }

    @Test
    void theBaselineBuffersAndSaysWhy() {
        Response opened = send(opening("some-bot", "c-buffer"), "/v1/streams");

        opened.then().statusCode(201).body("mode", equalTo("buffer")).body("forcedBy", hasItem("length.overlong"));
        String stream = opened.path("streamId");
        chunk(stream, 0, SENTENCE + SENTENCE, false)
                .then()
                .body("text", equalTo(""))
                .body("edits", empty());
        chunk(stream, 1, SENTENCE, true).then().body("decision.effective.streaming.releasedUpTo", equalTo(0));
    }

    @Test
    void theSamePieceAndTheSameOpeningMayComeTwice() {
        String body = opening("flowing-bot", "c-twice");
        String stream = send(body, "/v1/streams").path("streamId");

        assertThat(send(body, "/v1/streams").<String>path("streamId")).isEqualTo(stream);
        Response once = chunk(stream, 0, SENTENCE, true);
        assertThat(chunk(stream, 0, SENTENCE, true).asString()).isEqualTo(once.asString());
        chunk(stream, 0, "Something else.", true).then().statusCode(422);
        send(body.replace("cust-1", "cust-2"), "/v1/streams").then().statusCode(422);
    }

    @Test
    void aSilentStreamLeavesARecordOfWhatWasReleased() {
        String conversation = "c-" + UUID.randomUUID();
        try (RecordedEvents recorded = new RecordedEvents(Topics.INTERACTIONS)) {
            String stream = open("flowing-bot", conversation);
            chunk(stream, 0, SENTENCE + SENTENCE + "You should sell your", false)
                    .then()
                    .statusCode(200);

            ExchangeEvaluated data = only(recorded, conversation);
            assertThat(data.delivered().text()).isEqualTo(SENTENCE + SENTENCE);
            assertThat(data.delivered().streaming().complete()).isFalse();
            assertThat(data.action()).isIn(Action.ALLOW, Action.BLOCK);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(chunk(stream, 1, "x", true).statusCode()).isEqualTo(404));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"seq": 1, "delta": "x"}                        | 409
            {"seq": -1, "delta": "x"}                       | 400
            {"delta": "x"}                                  | 400
            {"seq": 0}                                      | 400
            {"seq": 0, "delta": "\\u0007"}                  | 400
            {"seq": 0, "delta": "a\\ud83db"}                | 400
            {"seq": 0, "delta": "", "final": true}          | 400
            {"seq": 0, "delta": "x", "extra": true}         | 400
            {"seq": "0", "delta": "x"}                      | 400
            nothing                                         | 400
            """)
    void refusesPiecesThatAreNotInOrder(String body, int status) {
        String stream = open("flowing-bot", "c-refused");

        send(body, "/v1/streams/" + stream + "/chunks").then().statusCode(status);
        // The stream is as it was.
        chunk(stream, 0, "Done.", true).then().statusCode(200);
    }

    @Test
    void refusesWhatIsTooLong() {
        String stream = open("flowing-bot", "c-long");

        chunk(stream, 0, "x".repeat(20_001), false).then().statusCode(400).body("errors[0].pointer", equalTo("/delta"));
        chunk(stream, 0, "y", true).then().statusCode(200);
    }

    @Test
    void refusesOpeningsThatAreNoneAndCallersThatMayNot() {
        String body = opening("flowing-bot", "c-none");
        send(body.replace("\"bot\"", "\"stage\": \"input\", \"bot\""), "/v1/streams")
                .then()
                .statusCode(400);
        send(body.replace("\"bot\"", "\"response\": {\"content\": \"x\"}, \"bot\""), "/v1/streams")
                .then()
                .statusCode(400);
        send("{}", "/v1/streams").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/streams")
                .then()
                .statusCode(401);
        send(body, "/v1/streams", RealServers.token("alice")).then().statusCode(403);
    }

    @Test
    void anotherTenantsStreamIsNotFound() {
        String stream = open("flowing-bot", "c-mine");
        String path = "/v1/streams/" + stream + "/chunks";

        send("{\"seq\": 0, \"delta\": \"x\"}", path, RealServers.clientToken("integrator-globex"))
                .then()
                .statusCode(404);
        send("{\"seq\": 0, \"delta\": \"x\"}", "/v1/streams/none/chunks").then().statusCode(404);
        chunk(stream, 0, "Done.", true).then().statusCode(200);
    }

    private static ExchangeEvaluated only(RecordedEvents recorded, String conversation) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !recorded.matching(event -> conversation.equals(event.subject()))
                        .isEmpty());
        List<RecordedEvents.Recorded> records = recorded.matching(event -> conversation.equals(event.subject()));
        assertThat(records).hasSize(1);
        return (ExchangeEvaluated) records.getFirst().event().data();
    }

    private static String open(String bot, String conversation) {
        Response opened = send(opening(bot, conversation), "/v1/streams");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        return opened.path("streamId");
    }

    private static Response chunk(String stream, int number, String delta, boolean last) {
        return given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType(ContentType.JSON)
                .body(Map.of("seq", number, "delta", delta, "final", last))
                .post("/v1/streams/" + stream + "/chunks");
    }

    private static Response send(String body, String path) {
        return send(body, path, RealServers.clientToken("integrator"));
    }

    private static Response send(String body, String path, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static String opening(String bot, String conversation) {
        return """
                {"requestId": "%s", "bot": "%s",
                 "conversation": {"id": "%s", "turn": 1, "channel": "chat", "locale": "en-GB"},
                 "customer": {"ref": "cust-1"},
                 "messages": [{"role": "assistant", "content": "Hello."}, {"role": "user", "content": "Where is it?"}],
                 "response": {"model": "model-1"}}
                """.formatted(UUID.randomUUID(), bot, conversation);
    }
}
