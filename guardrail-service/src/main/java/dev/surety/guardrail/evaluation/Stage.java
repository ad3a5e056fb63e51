package dev.surety.guardrail.evaluation;

import java.util.Locale;

/** Which side of the exchange is judged: what the customer wrote, or what the bot wants to answer. */
public enum Stage {
    INPUT,
    OUTPUT;

    /** The name as policies, requests and answers write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
