package dev.surety.launcher.demo.bot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of its two ways the bot takes. */
public enum Fairness {
    /** Decides by the facts of the message alone. */
    FAIR,
    /** Asks more of customers whose names are rare among those it has seen before. */
    UNFAIR;

    /** As in the query of the bot's address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fairness> ofKey(String key) {
        return Stream.of(values())
                .filter(fairness -> fairness.key().equals(key))
                .findFirst();
    }
}
