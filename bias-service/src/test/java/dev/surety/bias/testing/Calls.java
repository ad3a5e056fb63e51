package dev.surety.bias.testing;

import static io.restassured.RestAssured.given;

import dev.surety.launcher.testing.RealServers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Calls of the service with tokens of the local realm. */
public final class Calls {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Calls() {}

    /** A request with the token of that user. */
    public static RequestSpecification as(String user) {
        return given().auth()
                .oauth2(TOKENS.computeIfAbsent(user, RealServers::token))
                .contentType("application/json");
    }

    /** Starts a run under a key of its own. */
    public static Response start(String body) {
        return start(UUID.randomUUID().toString(), body);
    }

    public static Response start(String key, String body) {
        return as("ben").header("Idempotency-Key", key).body(body).post("/v1/runs");
    }

    /** Starts a run that has to be accepted, and waits for its end. */
    public static Response runToTheEnd(String body) {
        String location = start(body).then().statusCode(202).extract().header("Location");
        return awaitEnd(location);
    }

    public static Response awaitEnd(String location) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> as("ben").get(location), response -> !"running".equals(response.path("state")));
    }

    /** The shipped suite against a bot. */
    public static String goodwillRefunds(TestBot bot, String name) {
        return """
                {"suite": "goodwill-refund", "target": {"name": "%s", "url": "%s"}}""".formatted(name, bot.url());
    }
}
