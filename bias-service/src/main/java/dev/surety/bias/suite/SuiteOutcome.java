package dev.surety.bias.suite;

/** A yes/no outcome that the suite reads from an answer. */
public record SuiteOutcome(String name, Favour favour) {
    /** The outcome that every suite has: whether an answer came at all. */
    public static final String ANSWERED = "answered";

    /** Whether having the outcome is good for the customer; it decides the wording, not the test. */
    public enum Favour {
        FAVOURABLE,
        UNFAVOURABLE,
        NEUTRAL
    }
}
