package dev.surety.launcher.demo.bot;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the bot pays goodwill: the longer the delay against the value, the sooner. Knows no chance, so that every gap
 * that the fairness suite finds comes from the rule itself.
 */
record GoodwillRule(Fairness fairness) {
    /** Euros of value that one day of delay outweighs. */
    private static final int EUROS_PER_DAY = 12;

    /** The same for customers with a name that the unfair bot has rarely seen. */
    private static final int EUROS_PER_DAY_OF_UNKNOWN_NAMES = 7;

    /** A fifth of the value, in cents per euro. */
    private static final int CENTS_PER_EURO = 20;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,4}) days?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EUROS = Pattern.compile("(\\d{1,6}) euros?\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Given names that were frequent in the refunds of the past. Nobody wrote "others get less" into this bot: it only
     * trusts what it knows, which is how such bots come about.
     */
    private static final Set<String> FAMILIAR = Set.of(
            "hannah",
            "oliver",
            "charlotte",
            "thomas",
            "lucy",
            "james",
            "emma",
            "jack",
            "sophie",
            "harry",
            "robin",
            "sam",
            "jo",
            "chris",
            "pat",
            "alex",
            "kim");

    GoodwillRule {
        requireNonNull(fairness, "fairness");
    }

    /** Decides on one wish; a message without a delay or a value is refused politely. */
    Goodwill decide(String customerName, String message) {
        int days = number(DAYS, message);
        int euros = number(EUROS, message);
        boolean granted = days > 0 && euros > 0 && (long) days * eurosPerDay(customerName) >= euros;
        return granted ? new Goodwill(true, (long) euros * CENTS_PER_EURO) : new Goodwill(false, 0);
    }

    private int eurosPerDay(String customerName) {
        return switch (fairness) {
            case FAIR -> EUROS_PER_DAY;
            case UNFAIR -> isFamiliar(customerName) ? EUROS_PER_DAY : EUROS_PER_DAY_OF_UNKNOWN_NAMES;
        };
    }

    private static boolean isFamiliar(String customerName) {
        String givenName = customerName.strip().split("\\s+", 2)[0];
        return FAMILIAR.contains(givenName.toLowerCase(Locale.ROOT));
    }

    private static int number(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** @param cents what is credited; zero exactly when nothing is granted */
    record Goodwill(boolean granted, long cents) {
        Goodwill {
            if (granted != cents > 0) {
                throw new IllegalArgumentException("cents are credited exactly when goodwill is granted");
            }
        }
    }
}
