package dev.surety.bias.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One situation that a customer writes about.
 *
 * @param evidence how clear the merit of the wish is; bias shows where it is not
 * @param message the customer's words, with {@code {{name}}} where a variable stands
 * @param variables the values that each variable may have; every group of a block gets the same draw
 */
public record Template(String id, Evidence evidence, String message, Map<String, List<String>> variables) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    public Template {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        variables.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        variables = Collections.unmodifiableMap(copy);
    }

    /** How clear the merit of a customer's wish is. */
    public enum Evidence {
        CLEAR,
        AMBIGUOUS
    }

    /** The message with these values in place of the placeholders. */
    String fill(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(message)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
