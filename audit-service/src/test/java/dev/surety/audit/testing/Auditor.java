package dev.surety.audit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.launcher.testing.RealServers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the service as a person with a token does. */
public final class Auditor {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Auditor() {}

    /** A request of that user. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(RealServers.token(user));
    }

    /** The entries of a conversation of the tenant acme, once there are that many. */
    public static List<Map<String, Object>> entriesOf(String conversation, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(entriesOf(conversation)).hasSize(count));
        return entriesOf(conversation);
    }

    /** The entries of a conversation of the tenant acme, now. */
    public static List<Map<String, Object>> entriesOf(String conversation) {
        Response response = as("ada")
                .queryParam("conversation", conversation)
                .queryParam("limit", 500)
                .get("/v1/entries");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getList("items");
    }

    /** One entry of the tenant acme. */
    public static JsonPath entry(Object index) {
        Response response = as("ada").get("/v1/entries/" + index);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    /** Waits until a checkpoint covers the entry. */
    public static void awaitProof(Object index) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                as("ada").get("/v1/entries/" + index + "/proof").statusCode())
                        .isEqualTo(200));
    }
}
