package dev.surety.bias.run.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * The JSON that is sent, with values in place of placeholders. Only texts inside the parsed tree are filled, so no
 * value can break out of its place, whatever characters it has.
 */
public final class BodyTemplate {
    private BodyTemplate() {}

    static String fill(ObjectMapper json, String template, Map<String, String> values) {
        try {
            return json.writeValueAsString(fill(json.readTree(template), values));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalArgumentException("the body template is not JSON", corrupt);
        }
    }

    private static JsonNode fill(JsonNode node, Map<String, String> values) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(fill(text.textValue(), values));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(fill(entry.getValue(), values)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, fill(array.get(i), values));
            }
        }
        return node;
    }

    /** One pass from left to right: what a value contains is never taken for a placeholder. */
    private static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        int open;
        while ((open = text.indexOf("{{", from)) >= 0) {
            int close = text.indexOf("}}", open);
            String value = close < 0 ? null : values.get(text.substring(open + 2, close));
            if (value == null) {
                filled.append(text, from, open + 2);
                from = open + 2;
            } else {
                filled.append(text, from, open).append(value);
                from = close + 2;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
