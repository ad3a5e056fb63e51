package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML document as a JSON tree that still knows where everything stood. Pointers are those of RFC 6901. A tree that
 * was put together from several documents knows the file of each part.
 *
 * @param keys where the key of each member stands
 * @param values where each value stands
 */
record PositionedYaml(JsonNode tree, Map<String, Location> keys, Map<String, Place> values) {
    PositionedYaml {
        keys = Map.copyOf(keys);
        values = Map.copyOf(values);
    }

    /**
     * Where a value stands, and what is needed to find a place within a text.
     *
     * @param textLine the line of the text's first character, 0 when lines of the text are not lines of the document
     * @param textColumn the column of the first character of each of the text's lines
     */
    record Place(Location location, int textLine, int textColumn) {
        /** The place of line and column (from 1) of the text, or its beginning when that cannot be told. */
        Location within(int line, int column) {
            return textLine == 0
                    ? location
                    : new Location(location.file(), new Position(textLine + line - 1, textColumn + column - 1));
        }
    }

    /** Where the value at {@code pointer} stands; for one that is missing, where its nearest parent stands. */
    Location position(String pointer) {
        return place(pointer).location();
    }

    /** Where the key of the member at {@code pointer} stands. */
    Location keyPosition(String pointer) {
        return Optional.ofNullable(keys.get(pointer)).orElseGet(() -> position(pointer));
    }

    Place place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place place = values.get(at);
            if (place != null) {
                return place;
            }
        }
        return requireNonNull(values.get(""), "every document has a place");
    }

    /** The pointer of a member of the value at {@code parent}. */
    static String member(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String item(String parent, int index) {
        return parent + "/" + index;
    }
}
