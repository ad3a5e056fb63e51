package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells whether one value of a default protects at least as well as another. */
final class DefaultStrictness {
    private DefaultStrictness() {}

    static boolean holds(String name, JsonNode parent, JsonNode child) {
        return parent.equals(child)
                || switch (name) {
                    case "onError" -> child.asText().equals("fail_closed");
                    case "degraded" -> ConsequenceStrictness.atLeast(parent, child);
                    case "stream" ->
                        StreamMode.ofWireName(child.asText())
                                        .compareTo(StreamMode.ofWireName(parent.asText(StreamMode.HOLD.wireName())))
                                <= 0;
                    // Words, and how long to wait: neither is stricter than another.
                    default -> true;
                };
    }
}
