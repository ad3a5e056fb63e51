package dev.surety.guardrail.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the policy says to one check. The values were validated against {@link Check#settings()} when the policy was
 * compiled, so the getters need no error answer; whole numbers are {@link Long}.
 */
public record CheckSettings(Map<String, Object> values) {
    /** No settings: every default applies. */
    public static final CheckSettings NONE = new CheckSettings(Map.of());

    public CheckSettings {
        values = Map.copyOf(values);
    }

    /** The whole number under {@code name}. */
    public long integer(String name, long otherwise) {
        return values.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    /** The decimal under {@code name}. */
    public double decimal(String name, double otherwise) {
        return values.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** The flag under {@code name}. */
    public boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    /** The text, or the chosen word, under {@code name}. */
    public String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    /** The texts under {@code name}, in the policy's order. */
    public List<String> texts(String name, List<String> otherwise) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : otherwise;
    }

    /** The words under {@code name}. */
    public Set<String> words(String name, Set<String> otherwise) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet())
                : otherwise;
    }

    /** The reference documents under {@code name}, in the policy's order; none when the policy names none. */
    public List<Reference> references(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Reference.class::cast).toList()
                : List.of();
    }

    /** The settings in the group under {@code name}; none when the policy does not give the group. */
    public CheckSettings group(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            return NONE;
        }
        return new CheckSettings(
                map.entrySet().stream().collect(Collectors.toMap(e -> (String) e.getKey(), Map.Entry::getValue)));
    }
}
