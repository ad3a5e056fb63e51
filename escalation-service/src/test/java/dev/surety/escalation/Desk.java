package dev.surety.escalation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.surety.launcher.testing.RealServers;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A person at the interface, with a real access token. */
public record Desk(String token) {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    public static Desk of(String user) {
        return new Desk(TOKENS.computeIfAbsent(user, RealServers::token));
    }

    public static Desk ofClient(String client) {
        return new Desk(TOKENS.computeIfAbsent("client " + client, name -> RealServers.clientToken(client)));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept(ContentType.JSON);
    }

    public Response list(String query) {
        return request().get("/v1/cases?" + query);
    }

    public Response read(String id) {
        return request().get("/v1/cases/" + id);
    }

    public Response claim(String id) {
        return request().post("/v1/cases/" + id + "/claim");
    }

    public Response release(String id) {
        return request().post("/v1/cases/" + id + "/release");
    }

    public Response reply(String id, UUID clientMessageId, String content, long seenSequence) {
        return request()
                .body(Map.of("clientMessageId", clientMessageId, "content", content, "seenSequence", seenSequence))
                .post("/v1/cases/" + id + "/replies");
    }

    public Response step(String id, String key, String action) {
        return request()
                .header("Idempotency-Key", key)
                .body(Map.of("action", action, "system", "order system"))
                .post("/v1/cases/" + id + "/steps");
    }

    public Response resolve(String id, String etag) {
        return request()
                .header("If-Match", etag)
                .body(Map.of("rootCause", "outdated-content", "resolution", "Refund window extended"))
                .post("/v1/cases/" + id + "/resolution");
    }

    /** Waits until the conversation has an open case and returns its identifier. */
    public String caseOf(String conversationId) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> find(conversationId), id -> id != null);
    }

    private String find(String conversationId) {
        String cursor = "";
        do {
            JsonPath page = list("state=open&limit=200" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            for (Map<String, Object> item : items) {
                if (conversationId.equals(item.get("conversationId"))) {
                    return (String) item.get("id");
                }
            }
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        return null;
    }
}
