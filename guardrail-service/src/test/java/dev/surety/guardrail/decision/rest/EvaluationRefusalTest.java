package dev.surety.guardrail.decision.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.problem.Problem;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not in order gets a problem that says what to mend, and never a fault of ours. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EvaluationRefusalTest {

    @Test
    void asksForAToken() {
        Response answer = given().contentType(ContentType.JSON)
                .body(Requests.answer().toString())
                .when()
                .post("/v1/evaluations");

        isProblem(answer, 401, ProblemTypes.UNAUTHENTICATED);
    }

    @Test
    void refusesARoleThatMayNotAsk() {
        isProblem(Requests.send(body(), RealServers.token("alice")), 403, ProblemTypes.FORBIDDEN);
    }

    @Test
    void refusesATenantThatIsNotServed() {
        isProblem(
                Requests.send(body(), RealServers.clientToken("integrator-initech")), 403, ProblemTypes.UNKNOWN_TENANT);
    }

    @Test
    void refusesATokenThatHasExpired() throws InterruptedException {
        String token = RealServers.clientToken("integrator-brief");
        Thread.sleep(Duration.ofSeconds(4));

        isProblem(Requests.send(body(), token), 401, ProblemTypes.UNAUTHENTICATED);
    }

    @Test
    void refusesATokenWhoseSignatureIsNotOurs() {
        String token = RealServers.clientToken("integrator");
        String payload = token.substring(0, token.lastIndexOf('.') + 1);
        String foreign = payload + "A".repeat(token.length() - payload.length());

        isProblem(Requests.send(body(), foreign), 401, ProblemTypes.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /requestId                     | ''                  | /requestId                  | a non-empty text is required
            /requestId                     | null                | /requestId                  | a non-empty text is required
            /bot                           | null                | /bot                        | a non-empty text is required
            /stage                         | "sideways"          | /stage                      | either input or output is required
            /conversation                  | null                | /conversation               | an object with id, channel and locale
            /conversation/id               | " "                 | /conversation/id            | a non-empty text is required
            /conversation/id               | "a\\nb"            | /conversation/id            | character 1 is the control character U+000A
            /conversation/turn             | -1                  | /conversation/turn          | zero or more was expected
            /conversation/channel          | "Web Chat"          | /conversation/channel       | lower-case letters
            /conversation/locale           | "not a locale"      | /conversation/locale        | a language tag (BCP 47) is required
            /conversation/locale           | ""                  | /conversation/locale        | a language tag (BCP 47) is required
            /conversation/jurisdiction     | "Germany"           | /conversation/jurisdiction  | a country (ISO 3166-1)
            /customer                      | null                | /customer                   | an object with ref is required
            /customer/consents             | ["a", null]         | /customer/consents/1        | a non-empty text is required
            /messages                      | [null]              | /messages/0                 | an object with role and content
            /messages/0/role               | "robot"             | /messages/0/role            | user, assistant or system is required
            /messages/0/content            | ""                  | /messages/0/content         | a non-empty text is required
            /messages/0/content            | "a\\u0000b"         | /messages/0/content         | character 1 is the control character U+0000
            /messages/0/content            | "a\\u001b[31mb"     | /messages/0/content         | character 1 is the control character U+001B
            /messages/0/content            | "a \\ud800 b"       | /messages/0/content         | character 2 is half of a surrogate pair (U+D800)
            /messages/0/content            | "\\udc00\\ud800"    | /messages/0/content         | character 0 is half of a surrogate pair (U+DC00)
            /response                      | null                | /response                   | required at stage output
            /response/content              | "  "                | /response/content           | a non-empty text is required
            /context/passages              | [null]              | /context/passages/0         | an object with id, text and score
            /context/passages/0/score      | 1.01                | /context/passages/0/score   | a number from 0 to 1 is required
            /context/passages/0/score      | null                | /context/passages/0/score   | a number from 0 to 1 is required
            /context/passages/0/validFrom  | "next week"         | /context/passages/0/validFrom | a day (ISO 8601) was expected
            /context/passages/0/validTo    | "2025-01-01"        | /context/passages/0/validTo | a day not before validFrom was expected
            /attributes/segment            | null                | /attributes/segment         | a text is required
            """)
    void namesTheValueThatIsNotAllowed(String place, String value, String pointer, String expectation)
            throws JsonProcessingException {
        ObjectNode request = Requests.answer();
        int cut = place.lastIndexOf('/');
        ((ObjectNode) request.at(place.substring(0, cut)))
                .set(place.substring(cut + 1), Requests.JSON.readTree(value.isEmpty() ? "\"\"" : value));

        Response answer = Requests.send(request);

        isProblem(answer, 400, ProblemTypes.INVALID_VALUE);
        answer.then()
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(containsString(expectation)));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Response answer = Requests.send("{}");

        isProblem(answer, 400, ProblemTypes.INVALID_VALUE);
        assertThat(answer.jsonPath().<String>getList("errors.pointer"))
                .contains("/requestId", "/bot", "/stage", "/conversation", "/customer");
    }

    @Test
    void refusesAQuestionWithoutTheCustomersWords() {
        ObjectNode request = Requests.question("Hello?");
        ((ArrayNode) request.path("messages")).removeAll();

        Response answer = Requests.send(request);

        isProblem(answer, 400, ProblemTypes.INVALID_VALUE);
        answer.then().body("errors[0].pointer", equalTo("/messages"));
    }

    @Test
    void refusesMoreMessagesAndLongerTextsThanAllowed() {
        ObjectNode tooMany = Requests.answer();
        ArrayNode messages = tooMany.withArray("messages");
        for (int i = 0; i < 201; i++) {
            messages.addObject().put("role", "user").put("content", "hello");
        }
        ObjectNode tooLong = Requests.answer();
        ((ObjectNode) tooLong.path("response")).put("content", "x".repeat(20_001));

        Response many = Requests.send(tooMany);
        Response longer = Requests.send(tooLong);

        isProblem(many, 400, ProblemTypes.INVALID_VALUE);
        many.then().body("errors[0].detail", equalTo("at most 200 entries are allowed, 202 were sent"));
        isProblem(longer, 400, ProblemTypes.INVALID_VALUE);
        longer.then().body("errors[0].detail", equalTo("at most 20000 characters are allowed, 20001 were sent"));
    }

    @Test
    void refusesABodyOfAMegabyte() {
        ObjectNode request = Requests.answer();
        ((ObjectNode) request.path("response")).put("content", "x".repeat(1_000_000));

        isProblem(Requests.send(request), 413, ProblemTypes.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "17",
                "{\"requestId\": \"r\"",
                "{\"requestId\": \"r\"} trailing",
                "{\"requestId\": \"r\", \"requestId\": \"s\"}",
                "{\"requestId\": 17}",
                "{\"conversation\": {\"turn\": \"1\"}}",
                "{\"conversation\": {\"turn\": 1.5}}",
                "{\"conversation\": {\"turn\": 99999999999}}",
                "{\"messages\": {}}",
                "{\"context\": {\"passages\": [{\"score\": \"high\"}]}}",
                "{\"context\": {\"passages\": [{\"cited\": \"yes\"}]}}",
                "{\"attributes\": {\"vip\": true}}",
                "{\"attributes\": [1]}",
                "{\"unknownField\": 1}",
                "{\"conversation\": {\"id\": \"c\", \"chanel\": \"chat\"}}",
                "{\"context\": {\"passages\": [{\"score\": NaN}]}}"
            })
    void refusesWhatIsNotARequest(String body) {
        Response answer = Requests.send(body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.<String>path("detail")).isNotBlank();
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = Requests.answer().toString().getBytes(StandardCharsets.ISO_8859_1);
        body[body.length / 2] = (byte) 0xff;

        Response answer = given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .contentType("application/json")
                .body(body)
                .when()
                .post("/v1/evaluations");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        String token = RealServers.clientToken("integrator");

        Response get = given().auth().oauth2(token).when().get("/v1/evaluations");
        Response xml = given().auth()
                .oauth2(token)
                .contentType("application/xml")
                .body("<a/>")
                .when()
                .post("/v1/evaluations");

        isProblem(get, 405, ProblemTypes.NOT_SUPPORTED);
        isProblem(xml, 415, ProblemTypes.NOT_SUPPORTED);
    }

    private static String body() {
        return Requests.answer().toString();
    }

    private static void isProblem(Response answer, int status, URI type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.<String>path("type")).isEqualTo(type.toString());
    }
}
