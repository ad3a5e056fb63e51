package dev.surety.bias.suite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the document while it is read. Every getter notes what is wrong and returns a harmless value, so that
 * reading goes on to the next mistake; {@link #close()} names the keys that nobody asked for.
 */
final class Section {
    private static final int LONGEST_TEXT = 4_000;

    private final YamlNode.Fields fields;
    private final String path;
    private final Diagnostics diagnostics;
    private final Set<String> known = new HashSet<>();

    Section(YamlNode.Fields fields, String path, Diagnostics diagnostics) {
        this.fields = fields;
        this.path = path;
        this.diagnostics = diagnostics;
    }

    static Section of(YamlNode node, String path, Diagnostics diagnostics) {
        if (node instanceof YamlNode.Fields fields) {
            return new Section(fields, path, diagnostics);
        }
        diagnostics.add(node.place(), path, "a mapping was expected");
        return new Section(new YamlNode.Fields(node.place(), Map.of()), path, diagnostics);
    }

    String path(String key) {
        if (path.isEmpty() || key.isEmpty()) {
            return path + key;
        }
        return path + "." + key;
    }

    void complain(String key, String message) {
        YamlNode.Field field = fields.values().get(key);
        diagnostics.add(field == null ? fields.place() : field.value().place(), path(key), message);
    }

    private Optional<YamlNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(fields.values().get(key)).map(YamlNode.Field::value);
    }

    boolean has(String key) {
        return fields.values().containsKey(key);
    }

    /** A text that has to be there. */
    String text(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            complain(key, "is required");
        }
        return text.orElse("?");
    }

    Optional<String> optionalText(String key) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof YamlNode.Scalar scalar
                && !scalar.text().isBlank()
                && scalar.text().length() <= LONGEST_TEXT) {
            return Optional.of(scalar.text());
        }
        complain(key, "a text of 1 to " + LONGEST_TEXT + " characters was expected");
        return Optional.empty();
    }

    long whole(String key, long otherwise, long least, long most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same complaint as a number out of range.
        }
        complain(key, "is " + text.get() + ": a whole number from " + least + " to " + most + " was expected");
        return otherwise;
    }

    /** A number above {@code least} and not above {@code most}. */
    double decimal(String key, double otherwise, double least, double most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.get());
            if (value > least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same complaint as a number out of range.
        }
        complain(key, "is " + text.get() + ": a number above " + least + ", up to " + most + ", was expected");
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        return choice(key, Map.of("true", true, "false", false), otherwise);
    }

    /** One of the given words; the default when the key is absent. */
    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        T chosen = choices.get(text.get());
        if (chosen == null) {
            complain(
                    key,
                    "is " + text.get() + ": one of " + String.join(", ", new TreeSet<>(choices.keySet()))
                            + " was expected");
            return otherwise;
        }
        return chosen;
    }

    /** A mapping; an empty one when the key is absent. */
    Section section(String key) {
        YamlNode node = find(key).orElse(new YamlNode.Fields(fields.place(), Map.of()));
        return of(node, path(key), diagnostics);
    }

    /** The mapping's values as sections, by key. */
    Map<String, Section> sections() {
        Map<String, Section> result = new LinkedHashMap<>();
        fields.values().forEach((key, field) -> {
            known.add(key);
            result.put(key, of(field.value(), path(key), diagnostics));
        });
        return result;
    }

    /** A list of mappings. */
    List<Section> sectionList(String key) {
        List<Section> result = new ArrayList<>();
        List<YamlNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            result.add(of(items.get(i), path(key) + "[" + i + "]", diagnostics));
        }
        return result;
    }

    /** A list of texts; empty when the key is absent. */
    List<String> texts(String key) {
        List<String> result = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
                result.add(scalar.text());
            } else {
                diagnostics.add(item.place(), path(key), "a text was expected");
            }
        }
        return result;
    }

    /** Lists of texts by key. */
    Map<String, List<String>> textLists() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        fields.values().keySet().forEach(key -> result.put(key, texts(key)));
        return result;
    }

    private List<YamlNode> items(String key) {
        @Nullable YamlNode node = find(key).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Items items) {
            return items.values();
        }
        complain(key, "a list was expected");
        return List.of();
    }

    /** Names the keys that are not part of the format. */
    void close() {
        fields.values().forEach((key, field) -> {
            if (!known.contains(key)) {
                diagnostics.add(
                        field.key(), path(key), "is not known here; known: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }
}
