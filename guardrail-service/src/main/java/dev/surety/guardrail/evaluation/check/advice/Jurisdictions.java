package dev.surety.guardrail.evaluation.check.advice;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where advice in a field stands in the law of a country: reserved for licensed people, regulated (only as a business, or
 * only in some forms), or free; with the provision that says so. Orientation for compliance officers, not legal advice;
 * a field that a country's file does not name counts as reserved, and so does every field where the country is unknown.
 */
public final class Jurisdictions {
    /** The level when nothing milder is known. */
    public static final String RESERVED = "reserved";

    private static final List<String> LEVELS = List.of(RESERVED, "regulated", "free");
    private static final List<String> COUNTRIES = List.of("at", "be", "ch", "de", "fr", "gb", "ie", "us");

    private final Map<String, Map<Field, Standing>> byCountry;

    private Jurisdictions(Map<String, Map<Field, Standing>> byCountry) {
        this.byCountry = Map.copyOf(byCountry);
    }

    /** What a country's law says of one field; all empty but the level when the country or the field is not known. */
    public record Standing(String jurisdiction, String level, String provision) {}

    /** Reads the files of all countries. */
    public static Jurisdictions load() {
        Map<String, Map<Field, Standing>> byCountry = new HashMap<>();
        for (String country : COUNTRIES) {
            Map<Field, Standing> standings = new EnumMap<>(Field.class);
            for (DataLine line : DataLines.of("advice/jurisdictions/" + country + ".txt")) {
                add(standings, country.toUpperCase(Locale.ROOT), line);
            }
            byCountry.put(country.toUpperCase(Locale.ROOT), standings);
        }
        return new Jurisdictions(byCountry);
    }

    /** The phrase files with the terms that belong to one country: its products, courts, forms and authorities. */
    static List<String> termFiles() {
        return COUNTRIES.stream()
                .map(country -> "advice/jurisdictions/" + country + ".phrases")
                .toList();
    }

    private static void add(Map<Field, Standing> standings, String country, DataLine line) {
        String[] parts = line.text().split("=", 2);
        String[] head = parts[0].strip().split(" ", 2);
        if (parts.length != 2 || head.length != 2 || !LEVELS.contains(head[1].strip())) {
            throw new IllegalArgumentException(
                    line.place() + ": expected 'field level = provision', level one of " + LEVELS);
        }
        Field field = Field.named(head[0])
                .orElseThrow(() -> new IllegalArgumentException(line.place() + ": unknown field " + head[0]));
        standings.put(field, new Standing(country, head[1].strip(), parts[1].strip()));
    }

    /**
     * Where advice in {@code field} stands: in the jurisdiction that the integrator names ({@code DE}, {@code CH-ZH}),
     * or else in the country of the customer's locale.
     */
    public Standing standing(Conversation conversation, @Nullable Field field) {
        String stated =
                conversation.jurisdiction() == null ? conversation.locale().getCountry() : conversation.jurisdiction();
        String country = stated.toUpperCase(Locale.ROOT).split("-", 2)[0].replace("UK", "GB");
        if (!byCountry.containsKey(country)) {
            return new Standing("", RESERVED, "");
        }
        Standing unknown = new Standing(country, RESERVED, "");
        return field == null
                ? unknown
                : byCountry.getOrDefault(country, Map.of()).getOrDefault(field, unknown);
    }
}
