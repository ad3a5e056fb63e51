package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Who reads a template, and how: it decides which form of the text is taken.
 *
 * @param audience one that a policy tells apart, for example vulnerable customers; {@link #EVERYBODY} otherwise
 */
public record Addressee(String channel, Locale locale, String audience) {
    /** The audience of every text that is written for no other. */
    public static final String EVERYBODY = "default";

    public Addressee {
        requireNonNull(channel, "channel");
        requireNonNull(locale, "locale");
        requireNonNull(audience, "audience");
    }

    /** Somebody of whom no more is known than how they are spoken to. */
    public static Addressee of(String channel, Locale locale) {
        return new Addressee(channel, locale, EVERYBODY);
    }
}
