package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the {@code variables} of a document, and writes numbers, money and days as each language does. */
final class VariableReader {
    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final List<String> languages;
    private final List<String> others;

    /**
     * @param languages the languages of the document: each has to have a value, and the first answers for all others
     * @param others further languages in which a text may ask for a value
     */
    VariableReader(
            PositionedYaml document, Diagnostics diagnostics, List<String> languages, Collection<String> others) {
        this.others = List.copyOf(others);
        this.document = document;
        this.diagnostics = diagnostics;
        this.languages = languages;
    }

    /**
     * The variables of a section.
     *
     * @param section the pointer of what holds {@code variables}
     */
    TemplateVariables variables(String section) {
        String pointer = PositionedYaml.member(section, "variables");
        Map<String, TemplateVariables.Variable> variables = new HashMap<>();
        document.tree()
                .at(pointer)
                .properties()
                .forEach(entry -> variables.put(
                        entry.getKey(), variable(PositionedYaml.member(pointer, entry.getKey()), entry.getValue())));
        return new TemplateVariables(variables);
    }

    private TemplateVariables.Variable variable(String pointer, JsonNode node) {
        // The schema has seen to it that there is exactly one member.
        String kind = node.fieldNames().next();
        String place = PositionedYaml.member(pointer, kind);
        JsonNode value = node.get(kind);
        return switch (kind) {
            case "text" -> new TemplateVariables.Variable(words(place, value), Map.of());
            case "queue" -> {
                Map<String, Map<String, String>> byQueue = new HashMap<>();
                value.properties()
                        .forEach(queue -> byQueue.put(
                                queue.getKey(), words(PositionedYaml.member(place, queue.getKey()), queue.getValue())));
                yield new TemplateVariables.Variable(Map.of(), byQueue);
            }
            case "number" -> fixed(locale -> NumberFormat.getInstance(locale).format(value.decimalValue()));
            case "money" -> fixed(locale -> money(value, locale));
            case "date" -> date(place, value);
            default -> throw new IllegalStateException("the schema allows no variable of kind " + kind);
        };
    }

    private Map<String, String> words(String pointer, JsonNode node) {
        Map<String, String> words = new HashMap<>();
        node.properties()
                .forEach(text -> words.put(text.getKey(), text.getValue().asText()));
        List<String> missing = languages.stream()
                .filter(language -> !words.containsKey(language))
                .toList();
        if (!missing.isEmpty()) {
            diagnostics.report(
                    document.position(pointer),
                    "no value in " + String.join(", ", missing) + ": add one for every language of metadata.languages");
        }
        String otherwise = words.getOrDefault(languages.getFirst(), "");
        others.forEach(language -> words.putIfAbsent(language, otherwise));
        return words;
    }

    private TemplateVariables.Variable fixed(Function<ULocale, String> write) {
        Map<String, String> values = new HashMap<>();
        others.forEach(language -> values.put(language, write.apply(ULocale.forLanguageTag(language))));
        languages.forEach(language -> values.put(language, write.apply(ULocale.forLanguageTag(language))));
        return new TemplateVariables.Variable(values, Map.of());
    }

    private static String money(JsonNode value, ULocale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(value.path("currency").asText()));
        return format.format(value.path("amount").decimalValue());
    }

    private TemplateVariables.Variable date(String pointer, JsonNode value) {
        try {
            Long millis = LocalDate.parse(value.asText())
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            return fixed(locale -> {
                DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
                format.setTimeZone(TimeZone.GMT_ZONE);
                return format.format(millis);
            });
        } catch (DateTimeParseException noDay) {
            diagnostics.report(
                    document.position(pointer),
                    "'" + value.asText() + "' is in no calendar: write a day as 2026-11-20");
            return new TemplateVariables.Variable(Map.of(), Map.of());
        }
    }
}
