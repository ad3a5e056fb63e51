package dev.surety.guardrail.decision.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.launcher.testing.RealServers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;

/** Requests for decisions, to vary and to send. */
final class Requests {
    /** Escapes what is not ASCII, so that halves of characters arrive as they are. */
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Requests() {}

    /** The example of an answer, under a requestId and in a conversation of its own. */
    static ObjectNode answer() {
        return fresh(EvaluationExamples.OUTPUT);
    }

    /** A question of the customer's. */
    static ObjectNode question(String text) {
        ObjectNode request = fresh(EvaluationExamples.INPUT);
        ((ObjectNode) request.at("/messages/0")).put("content", text);
        ((ObjectNode) request.at("/conversation")).put("locale", "en-GB").put("channel", "chat");
        return request;
    }

    static Response send(ObjectNode body) {
        try {
            return send(JSON.writeValueAsString(body));
        } catch (JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }

    static Response send(String body) {
        return send(body, RealServers.clientToken("integrator"));
    }

    static Response send(String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/evaluations");
    }

    private static ObjectNode fresh(String example) {
        try {
            ObjectNode request = (ObjectNode) JSON.readTree(example);
            request.put("requestId", UUID.randomUUID().toString());
            ((ObjectNode) request.path("conversation")).put("id", "c-" + UUID.randomUUID());
            return request;
        } catch (JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }
}
