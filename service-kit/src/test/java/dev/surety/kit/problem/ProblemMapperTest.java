package dev.surety.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import dev.surety.contracts.ProblemTypes;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class ProblemMapperTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"item":"a","pieces":1,"lines":[],"more":0}          | /more         | this field is not known; known here: item, lines, pieces
                    {"item":"a","pieces":"1","lines":[]}                 | /pieces       | a value of type whole number was expected
                    {"item":"a","pieces":1,"lines":{}}                   | /lines        | a value of type list was expected
                    {"item":"a","pieces":0,"lines":[]}                   | ''            | pieces is 0: 1 or more was expected
                    {"item":"a","pieces":1,"lines":[{"text":"b"},{}]}    | /lines/1      | text is required
                    {"item":"a","pieces":1                               | ''            | not well-formed JSON
                    """)
    void namesTheFieldAndWhatWasExpected(String body, String pointer, String expectation) {
        ValidatableResponse answer = given().contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/sample")
                .then();

        isProblem(answer, 400, ProblemTypes.MALFORMED_BODY);
        answer.body("errors[0].pointer", equalTo(pointer)).body("errors[0].detail", containsString(expectation));
    }

    @Test
    void refusesATooLargeBodyBeforeReadingIt() {
        String body = "{\"item\":\"" + "x".repeat(600_000) + "\"}";

        ValidatableResponse answer = given().contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/sample")
                .then();

        isProblem(answer, 413, ProblemTypes.BODY_TOO_LARGE);
    }

    @Test
    void refusesATooLargeBodyThatDidNotAnnounceItsSize() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/sample"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(("\"" + "x".repeat(3_000_000) + "\"").getBytes(UTF_8))))
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains(ProblemTypes.BODY_TOO_LARGE.toString());
    }

    @Test
    void asksForATokenWhereNoneIs() {
        ValidatableResponse answer = given().when().get("/sample/who").then();

        isProblem(answer, 401, ProblemTypes.UNAUTHENTICATED);
        answer.header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        ValidatableResponse answer = given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.")
                .when()
                .get("/sample/who")
                .then();

        isProblem(answer, 401, ProblemTypes.UNAUTHENTICATED);
    }

    @Test
    void refusesARoleThatMayNot() {
        ValidatableResponse answer = given().auth()
                .oauth2(RealServers.token("alice"))
                .when()
                .get("/sample/who")
                .then();

        isProblem(answer, 403, ProblemTypes.FORBIDDEN);
    }

    @Test
    void refusesATenantThatIsNotServed() {
        ValidatableResponse answer = given().auth()
                .oauth2(RealServers.clientToken("integrator-initech"))
                .when()
                .get("/sample/who")
                .then();

        isProblem(answer, 403, ProblemTypes.UNKNOWN_TENANT);
    }

    @Test
    void letsInWhoMay() {
        given().auth()
                .oauth2(RealServers.clientToken("integrator"))
                .when()
                .get("/sample/who")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("acme"))
                .body("roles", hasItems(equalTo("integrator")));
    }

    @Test
    void keepsTheReasonOfAFaultToItself() {
        ValidatableResponse answer =
                given().when().get("/sample/failures/fault").then();

        isProblem(answer, 500, ProblemTypes.INTERNAL);
        answer.body("reference", matchesPattern("[0-9a-f-]{36}"));
        assertThat(answer.extract().asString()).doesNotContain("hunter2", "IllegalState");
    }

    @Test
    void saysWhenToComeBackWhenTheDatabaseIsAway() {
        ValidatableResponse answer =
                given().when().get("/sample/failures/database").then();

        isProblem(answer, 503, ProblemTypes.UNAVAILABLE);
        answer.header("Retry-After", equalTo("5"));
    }

    @Test
    void addsWhatTheCallerNeedsToKnow() {
        ValidatableResponse answer =
                given().when().get("/sample/failures/claimed").then();

        isProblem(answer, 409, ProblemTypes.ALREADY_CLAIMED);
        answer.body("owner", equalTo("ana"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nowhere,         404, not-found",
        "GET,    /sample/failures/none, 404, not-found",
        "DELETE, /sample/who,      405, not-supported"
    })
    void answersWithAProblemWhereThereIsNoSuchCall(String method, String path, int status, String type) {
        ValidatableResponse answer = given().when().request(method, path).then();

        isProblem(answer, status, URI.create("https://surety.dev/problems/" + type));
    }

    @Test
    void answersWithAProblemForAnotherMediaType() {
        ValidatableResponse answer = given().contentType(ContentType.XML)
                .body("<order/>")
                .when()
                .post("/sample")
                .then();

        isProblem(answer, 415, ProblemTypes.NOT_SUPPORTED);
    }

    private static void isProblem(ValidatableResponse answer, int status, URI type) {
        var _ = answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo(type.toString()))
                .body("status", equalTo(status));
    }
}
