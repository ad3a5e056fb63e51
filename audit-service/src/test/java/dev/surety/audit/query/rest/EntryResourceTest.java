package dev.surety.audit.query.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.audit.testing.Auditor;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealLog
class EntryResourceTest {
    private final String conversation = "conv-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/entries", "/v1/entries/0", "/v1/entries/0/proof", "/v1/log", "/v1/log/consistency?from=0"})
    void refusesACallerWithoutAToken(String path) {
        assertProblem(given().get(path), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/entries", "/v1/entries/0", "/v1/entries/0/proof", "/v1/log", "/v1/log/consistency?from=0"})
    void refusesATokenThatIsNotOurs(String path) {
        assertProblem(given().auth().oauth2("eyJhbGciOiJub25lIn0.e30.").get(path), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/entries", "/v1/entries/0", "/v1/entries/0/proof", "/v1/log", "/v1/log/consistency?from=0"})
    void refusesARoleThatHasNoBusinessHere(String path) {
        assertProblem(Auditor.as("pia").get(path), 403, "forbidden");
        assertProblem(
                given().auth().oauth2(RealServers.clientToken("integrator")).get(path), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/log", "/v1/log/consistency?from=0"})
    void showsTheLogAsAWholeToAuditorsOnly(String path) {
        assertProblem(Auditor.as("alice").get(path), 403, "forbidden");
        assertThat(Auditor.as("carla").get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void showsAgentsTheEntriesOfAConversationAndNoOthers() {
        Object index = logged().get("index");
        Object policy = policyIndex();

        assertThat(Auditor.as("alice")
                        .queryParam("conversation", conversation)
                        .get("/v1/entries")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Auditor.as("lena").get("/v1/entries/" + index).statusCode()).isEqualTo(200);
        assertThat(Auditor.as("alice").get("/v1/entries/" + index + "/proof").statusCode())
                .isIn(200, 404);
        assertProblem(Auditor.as("alice").get("/v1/entries"), 403, "forbidden");
        assertProblem(Auditor.as("alice").get("/v1/entries/" + policy), 403, "forbidden");
        assertProblem(Auditor.as("alice").get("/v1/entries/" + policy + "/proof"), 403, "forbidden");
    }

    @Test
    void hidesWhatBelongsToAnotherTenant() {
        Object index = logged().get("index");

        assertProblem(Auditor.as("gus").get("/v1/entries/" + index), 404, "not-found");
        assertProblem(Auditor.as("gus").get("/v1/entries/" + index + "/proof"), 404, "not-found");
        assertThat(Auditor.as("gus")
                        .queryParam("conversation", conversation)
                        .get("/v1/entries")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Auditor.as("gus")
                        .queryParam("limit", 500)
                        .get("/v1/entries")
                        .jsonPath()
                        .getList("items.tenant"))
                .doesNotContain("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "01", "1.0", "0x1", "99999999999999999999", "+1", "%20"})
    void namesAnIndexThatIsNoNumber(String index) {
        for (String path : List.of("/v1/entries/" + index, "/v1/entries/" + index + "/proof")) {
            Response response = Auditor.as("ada").urlEncodingEnabled(false).get(path);

            assertProblem(response, 400, "invalid-value");
            assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo("index");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "9223372036854775807"})
    void findsNothingBeyondTheEnd(String index) {
        assertProblem(Auditor.as("ada").get("/v1/entries/" + index), 404, "not-found");
        assertProblem(Auditor.as("ada").get("/v1/entries/" + index + "/proof"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, nonsense",
        "cursor, '%%%'",
        "cursor, ZnJvbTotMQ",
        "limit, 0",
        "limit, 501",
        "limit, many",
        "limit, -5",
        "conversation, ' '",
        "type, ' '"
    })
    void namesAParameterThatIsMalformed(String name, String value) {
        Response response = Auditor.as("ada").queryParam(name, value).get("/v1/entries");

        assertProblem(response, 400, "invalid-value");
        assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', from",
        "?from=x, from",
        "?from=-1, from",
        "?from=5&to=4, from",
        "?from=0&to=x, to",
        "?from=0&to=999999999, to"
    })
    void namesASizeThatIsMalformed(String query, String pointer) {
        Response response = Auditor.as("ada").get("/v1/log/consistency" + query);

        assertProblem(response, 400, "invalid-value");
        assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void answersLongListsPageByPage() {
        // Given
        try (Broker broker = new Broker()) {
            for (int i = 0; i < 7; i++) {
                var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, "customer-e"));
            }
        }
        List<Map<String, Object>> all = Auditor.entriesOf(conversation, 7);

        // When
        List<Object> paged = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = Auditor.as("ada")
                    .queryParam("conversation", conversation)
                    .queryParam("type", "dev.surety.exchange.evaluated.v1")
                    .queryParam("limit", 3)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/v1/entries")
                    .jsonPath();
            sizes.add(page.getList("items").size());
            paged.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);

        // Then
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(paged).isEqualTo(new ArrayList<Object>(all));
    }

    @Test
    void answersNothingForAConversationThatNobodyHeardOf() {
        Response response =
                Auditor.as("ada").queryParam("conversation", "no-such").get("/v1/entries");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("items")).isEmpty();
        assertThat(response.jsonPath().getString("next")).isNull();
    }

    @Test
    void showsHowTheLogStands() {
        Object index = logged().get("index");
        Auditor.awaitProof(index);

        JsonPath log = Auditor.as("ada").get("/v1/log").jsonPath();

        assertThat(log.getString("origin")).isEqualTo("surety.local/audit");
        assertThat(log.getLong("size")).isGreaterThan(((Number) index).longValue());
        assertThat(log.getString("rootHash")).hasSize(44);
        assertThat(log.getString("checkpointAt")).startsWith("20");
        assertThat(log.getLong("pending")).isNotNegative();
    }

    private Map<String, Object> logged() {
        try (Broker broker = new Broker()) {
            var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, "customer-e"));
        }
        return Auditor.entriesOf(conversation, 1).getFirst();
    }

    private static Object policyIndex() {
        try (Broker broker = new Broker()) {
            var _ = broker.send(SampleEvents.policyActivated(UUID.randomUUID(), "acme"));
        }
        List<Object> indices = new ArrayList<>();
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            indices.addAll(Auditor.as("ada")
                    .queryParam("type", "dev.surety.policy.activated.v1")
                    .get("/v1/entries")
                    .jsonPath()
                    .getList("items.index"));
            return !indices.isEmpty();
        });
        return indices.getFirst();
    }

    private static void assertProblem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("https://surety.dev/problems/" + type);
    }
}
