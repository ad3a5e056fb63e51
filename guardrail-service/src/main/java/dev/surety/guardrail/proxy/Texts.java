package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the text that a customer would read out of a message or a piece of one. */
final class Texts {
    /** The reason for which an answer ends that the policy replaced. */
    static final String FILTERED = "content_filter";

    private Texts() {}

    /** Its content and what it says of refusing; reasoning and whatever else there is is not for customers. */
    static String of(JsonNode message) {
        return content(message.path("content")) + message.path("refusal").asText("");
    }

    private static String content(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : content) {
            parts.append(part.path("text").asText(""));
        }
        return parts.toString();
    }
}
