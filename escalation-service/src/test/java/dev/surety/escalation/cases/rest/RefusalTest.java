package dev.surety.escalation.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.Desk;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call refuses: nobody, the wrong role, the wrong tenant, and what it cannot understand. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class RefusalTest {
    private static final String SOME_CASE = "0193a5d2-7a1c-7c3e-9d0b-0f5c6d7e8f90";
    private static final String READS = """
            GET, /v1/cases
            GET, /v1/cases/CASE
            GET, /v1/stream
            """;
    private static final String WRITES = """
            POST, /v1/cases/CASE/claim
            POST, /v1/cases/CASE/release
            POST, /v1/cases/CASE/replies
            POST, /v1/cases/CASE/steps
            POST, /v1/cases/CASE/resolution
            """;
    private static final String REPLY =
            "{\"clientMessageId\":\"0193a5d2-7a1c-7c3e-9d0b-0f5c6d7e8f90\",\"content\":\"Hi\",\"seenSequence\":3}";
    private static final String STEP = "{\"action\":\"Looked\"}";
    private static final String RESOLUTION = "{\"rootCause\":\"other\",\"resolution\":\"Done\"}";

    @Inject
    ExchangeConsumer consumer;

    @ParameterizedTest
    @CsvSource(textBlock = READS + WRITES + "GET, /v1/session")
    void nobodyIsServedWithoutAToken(String method, String path) {
        Response answer = call(given(), method, path, SOME_CASE);

        assertProblem(answer, 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(textBlock = READS + WRITES + "GET, /v1/session")
    void nobodyIsServedWithATokenThatIsNone(String method, String path) {
        Response answer = call(given().auth().oauth2("eyJhbGciOiJub25lIn0.e30."), method, path, SOME_CASE);

        assertProblem(answer, 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(textBlock = READS + WRITES)
    void anIntegratorHasNoBusinessHere(String method, String path) {
        Response answer = call(Desk.ofClient("integrator").request(), method, path, SOME_CASE);

        assertProblem(answer, 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(textBlock = WRITES)
    void whoMayOnlyReadChangesNothing(String method, String path) {
        Response answer = call(Desk.of("ada").request(), method, path, SOME_CASE);

        assertProblem(answer, 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "carla", "lena", "alice"})
    void whoMayReadReads(String user) {
        String id = openCase("acme");

        assertThat(Desk.of(user).list("state=queued").statusCode()).isEqualTo(200);
        assertThat(Desk.of(user).read(id).statusCode()).isEqualTo(200);
    }

    @Test
    void aTenantThatIsNotServedIsRefused() {
        Response answer = call(Desk.ofClient("integrator-initech").request(), "GET", "/v1/session", SOME_CASE);

        assertProblem(answer, 403, "unknown-tenant");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET, /v1/cases/CASE, ''
            POST, /v1/cases/CASE/claim, ''
            POST, /v1/cases/CASE/release, ''
            POST, /v1/cases/CASE/replies, REPLY
            POST, /v1/cases/CASE/steps, STEP
            POST, /v1/cases/CASE/resolution, RESOLUTION
            """)
    void aCaseOfAnotherTenantIsNotThere(String method, String path, String body) {
        // Given
        String foreign = openCase("globex");

        // When
        Response answer = Desk.of("alice")
                .request()
                .header("Idempotency-Key", "key")
                .header("If-Match", "\"1\"")
                .body(body(body))
                .request(method, path.replace("CASE", foreign));

        // Then
        assertProblem(answer, 404, "not-found");
        assertThat(Desk.of("gus").read(foreign).jsonPath().getString("state")).isEqualTo("queued");
    }

    @Test
    void noListShowsACaseOfAnotherTenant() {
        String foreign = openCase("globex");

        assertThat(Desk.of("alice").list("state=open&limit=200").asString()).doesNotContain(foreign);
        assertThat(Desk.of("gus").list("state=open&limit=200").asString()).contains(foreign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases/7", "/v1/cases/not-a-uuid/claim", "/v1/unheard-of", "/v1/cases/CASE/unheard-of"})
    void whatIsNotThereIsNotFound(String path) {
        String method = path.endsWith("claim") ? "POST" : "GET";

        assertProblem(call(Desk.of("alice").request(), method, path, SOME_CASE), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "state=unheard-of, state",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "cursor=made-up, cursor",
        "state=resolved&cursor=dToxOjE6MDE5M2E1ZDItN2ExYy03YzNlLTlkMGItMGY1YzZkN2U4Zjkw, cursor",
        "queue=a\u0000b, queue",
    })
    void aParameterThatIsNotAllowedIsNamed(String query, String parameter) {
        Response answer = Desk.of("alice").list(query);

        assertProblem(answer, 400, "invalid-value");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replies    | {}                                               | invalid-value  | /clientMessageId
            replies    | {"clientMessageId":"7","content":"a","seenSequence":1} | malformed-body | /clientMessageId
            replies    | {"content":"a","seenSequence":"1"}               | malformed-body | /seenSequence
            replies    | {"content":7,"seenSequence":1}                   | malformed-body | /content
            replies    | {"content":"a","content":"b"}                    | malformed-body | ''
            replies    | {"contents":"a"}                                 | malformed-body | /contents
            steps      | {}                                               | invalid-value  | /action
            steps      | {"action":" "}                                   | invalid-value  | /action
            steps      | {"action":"a\\u0000b"}                           | invalid-value  | /action
            steps      | {"action":"a\\ud83d"}                            | invalid-value  | /action
            steps      | {"action":                                       | malformed-body | ''
            steps      | []                                               | malformed-body | ''
            resolution | {"resolution":"Done"}                            | invalid-value  | /rootCause
            resolution | {"rootCause":"weather","resolution":"Done"}      | invalid-value  | /rootCause
            resolution | {"rootCause":"other"}                            | invalid-value  | /resolution
            """)
    void aBodyThatIsNotAllowedIsNamed(String call, String body, String type, String pointer) {
        Response answer = Desk.of("alice")
                .request()
                .header("Idempotency-Key", "key")
                .header("If-Match", "\"1\"")
                .body(body)
                .post("/v1/cases/" + SOME_CASE + "/" + call);

        assertProblem(answer, 400, type);
        if (!pointer.isEmpty()) {
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .contains(pointer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"replies", "steps", "resolution"})
    void aCallWithoutABodyIsRefused(String call) {
        Response answer = Desk.of("alice")
                .request()
                .header("Idempotency-Key", "key")
                .header("If-Match", "\"1\"")
                .post("/v1/cases/" + SOME_CASE + "/" + call);

        assertProblem(answer, 400, "invalid-value");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        Response answer = Desk.of("alice").reply(SOME_CASE, UUID.randomUUID(), "x".repeat(20_001), 1);

        assertProblem(answer, 400, "invalid-value");
        assertThat(answer.jsonPath().getString("errors[0].detail"))
                .isEqualTo("at most 20000 characters are allowed, 20001 were sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replies", "steps", "resolution"})
    void aBodyOfAMegabyteIsRefused(String call) {
        Response answer = Desk.of("alice")
                .request()
                .body("{\"content\":\"" + "x".repeat(1_000_000) + "\"}")
                .post("/v1/cases/" + SOME_CASE + "/" + call);

        assertProblem(answer, 413, "body-too-large");
    }

    @Test
    void otherMediaTypesAreRefused() {
        Response answer = given().auth()
                .oauth2(Desk.of("alice").token())
                .contentType(ContentType.XML)
                .body("<reply/>")
                .post("/v1/cases/" + SOME_CASE + "/replies");

        assertProblem(answer, 415, "not-supported");
    }

    @Test
    void aStepNeedsAKeyAndAResolutionTheVersionThatWasRead() {
        String id = openCase("acme");

        Response step =
                Desk.of("alice").request().body(Map.of("action", "Looked")).post("/v1/cases/" + id + "/steps");
        Response resolution = Desk.of("alice").request().body(RESOLUTION).post("/v1/cases/" + id + "/resolution");

        assertProblem(step, 400, "invalid-value");
        assertThat(step.jsonPath().getString("errors[0].pointer")).isEqualTo("Idempotency-Key");
        assertProblem(resolution, 428, "precondition-required");
    }

    private String openCase(String tenant) {
        UUID decision = UUID.randomUUID();
        consumer.handle(Exchanges.escalated("refusal-" + decision).of(tenant).event(decision));
        return Identifiers.named(tenant, decision.toString()).toString();
    }

    private static Response call(RequestSpecification request, String method, String path, String id) {
        return request.contentType(ContentType.JSON).accept(ContentType.ANY).request(method, path.replace("CASE", id));
    }

    private static String body(String name) {
        return switch (name) {
            case "REPLY" -> REPLY;
            case "STEP" -> STEP;
            case "RESOLUTION" -> RESOLUTION;
            default -> name;
        };
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://surety.dev/problems/" + type);
    }
}
