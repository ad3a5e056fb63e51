package dev.surety.bias.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.bias.suite.Suites;
import dev.surety.launcher.testing.RealServers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Calls of the service with tokens of the local realm. */
public final class Calls {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final String TWO = "  - {id: two, message: \"The parcel has not arrived.\"}\n";
    private static final String THREE_AND_FOUR =
            "  - {id: three, message: \"It is 6 days late.\"}\n  - {id: four, message: \"It costs 50 euros.\"}\n";

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

    /** A suite of 12 calls per name: four templates, two groups and the control. */
    public static String small(TestBot bot, String name, int names) {
        String people = IntStream.range(0, names).mapToObj(i -> "Ann " + i).collect(Collectors.joining(", "));
        String document = Suites.SMALL
                .replace("namesPerGroup: 2", "namesPerGroup: " + names)
                .replace("[Ann Field, Bob Hill]", "[" + people + "]")
                .replace("[Cee Dale, Dan Moor]", "[" + people.replace("Ann", "Cee") + "]")
                .replace(TWO, TWO + THREE_AND_FOUR);
        return JsonNodeFactory.instance
                .objectNode()
                .put("suiteDocument", document)
                .<ObjectNode>set(
                        "target",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", name)
                                .put("url", bot.url())
                                .put("timeoutMillis", 1_000))
                .toString();
    }

    /** The shipped suite against a bot. */
    public static String goodwillRefunds(TestBot bot, String name) {
        return """
                {"suite": "goodwill-refund", "target": {"name": "%s", "url": "%s"}}""".formatted(name, bot.url());
    }
}
