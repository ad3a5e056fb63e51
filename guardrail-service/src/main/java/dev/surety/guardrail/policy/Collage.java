package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A document put together from parts of others; every part still knows where it was written. */
final class Collage {
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final Map<String, Location> keys = new HashMap<>();
    private final Map<String, PositionedYaml.Place> values = new HashMap<>();

    /**
     * @param whole the document that answers for what stands nowhere else
     */
    Collage(PositionedYaml whole) {
        values.put("", whole.place(""));
    }

    PositionedYaml document() {
        return new PositionedYaml(tree, keys, values);
    }

    /** Puts the value at {@code source} in as a member; one that is there already gives way. */
    void put(String parent, String name, PositionedYaml from, String source) {
        String pointer = PositionedYaml.member(parent, name);
        JsonNode value = from.tree().at(source);
        JsonNode before = mapping(parent).replace(name, value.deepCopy());
        if (before != null) {
            forget(pointer, before);
        }
        keys.put(pointer, from.keyPosition(source));
        place(pointer, from, source, value);
    }

    /** Puts the value at {@code source} in as the last item of a list. */
    void add(String list, PositionedYaml from, String source) {
        ArrayNode items = list(list);
        JsonNode value = from.tree().at(source);
        place(PositionedYaml.item(list, items.size()), from, source, value);
        items.add(value.deepCopy());
    }

    /** Says where a mapping or list of its own would have been written. */
    void place(String pointer, Location location) {
        values.putIfAbsent(pointer, new PositionedYaml.Place(location, 0, 0));
    }

    private void forget(String pointer, JsonNode value) {
        keys.remove(pointer);
        values.remove(pointer);
        value.properties()
                .forEach(member -> forget(PositionedYaml.member(pointer, member.getKey()), member.getValue()));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            forget(PositionedYaml.item(pointer, i), value.get(i));
        }
    }

    private void place(String pointer, PositionedYaml from, String source, JsonNode value) {
        values.put(pointer, from.place(source));
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> {
                String member = PositionedYaml.member(source, name);
                keys.put(PositionedYaml.member(pointer, name), from.keyPosition(member));
                place(PositionedYaml.member(pointer, name), from, member, value.get(name));
            });
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            place(PositionedYaml.item(pointer, i), from, PositionedYaml.item(source, i), value.get(i));
        }
    }

    private ObjectNode mapping(String pointer) {
        JsonNode there = tree.at(pointer);
        if (there instanceof ObjectNode mapping) {
            return mapping;
        }
        int last = pointer.lastIndexOf('/');
        return mapping(pointer.substring(0, last)).putObject(name(pointer.substring(last + 1)));
    }

    private ArrayNode list(String pointer) {
        JsonNode there = tree.at(pointer);
        if (there instanceof ArrayNode list) {
            return list;
        }
        int last = pointer.lastIndexOf('/');
        return mapping(pointer.substring(0, last)).putArray(name(pointer.substring(last + 1)));
    }

    private static String name(String reference) {
        return reference.replace("~1", "/").replace("~0", "~");
    }
}
