package dev.surety.bias.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document as a tree that knows where each part stands. Sealed: YAML has exactly these three kinds. */
sealed interface YamlNode {
    Place place();

    /** A position, counted from 1. */
    record Place(int line, int column) {}

    /** A single value as it is written. */
    record Scalar(Place place, String text) implements YamlNode {}

    /** A list. */
    record Items(Place place, List<YamlNode> values) implements YamlNode {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A mapping, in the order of the document. */
    record Fields(Place place, Map<String, Field> values) implements YamlNode {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The value of a key, and where the key stands. */
    record Field(Place key, YamlNode value) {}
}
