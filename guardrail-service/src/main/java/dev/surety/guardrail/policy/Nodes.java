package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to read what the schema has already found to be there. */
final class Nodes {
    private Nodes() {}

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>(list.size());
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static @Nullable String textOrNull(JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null ? null : value.asText();
    }
}
