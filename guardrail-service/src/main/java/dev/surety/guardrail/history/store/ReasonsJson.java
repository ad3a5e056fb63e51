package dev.surety.guardrail.history.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.guardrail.history.Reasons;
import dev.surety.kit.json.StrictJson;

/** How reasons stand in their column. */
final class ReasonsJson {
    private final ObjectMapper json = StrictJson.forEvents();

    String write(Reasons reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Reasons read(String column) {
        try {
            return json.readValue(column, Reasons.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("the column reasons does not hold what this version wrote", corrupt);
        }
    }
}
