package dev.surety.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The differences between two JSON Schemas that an old reader or an old record would not survive: a property that is
 * gone, has another type or lost a permitted value, or is newly required.
 */
final class BreakingChanges {
    private final List<String> found = new ArrayList<>();

    private BreakingChanges() {}

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges();
        changes.compare("", before, after);
        return List.copyOf(changes.found);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        for (String keyword : List.of("type", "$ref")) {
            if (before.has(keyword) && !before.get(keyword).equals(after.path(keyword))) {
                found.add("%s: %s was %s and is %s".formatted(path, keyword, before.get(keyword), after.path(keyword)));
            }
        }
        Set<String> lost = texts(before.path("enum"));
        lost.removeAll(texts(after.path("enum")));
        if (after.has("enum") && !lost.isEmpty()) {
            found.add("%s: the values %s are gone".formatted(path, lost));
        }
        Set<String> demanded = texts(after.path("required"));
        demanded.removeAll(texts(before.path("required")));
        demanded.forEach(name -> found.add("%s/%s: is newly required".formatted(path, name)));
        for (String container : List.of("properties", "$defs")) {
            before.path(container)
                    .properties()
                    .forEach(entry -> member(
                            path + "/" + entry.getKey(), entry.getKey(), entry.getValue(), after.path(container)));
        }
        if (before.has("items")) {
            compare(path + "/items", before.get("items"), after.path("items"));
        }
    }

    private void member(String path, String name, JsonNode before, JsonNode container) {
        if (container.has(name)) {
            compare(path, before, container.get(name));
        } else {
            found.add(path + ": is gone");
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
