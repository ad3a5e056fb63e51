package dev.surety.guardrail.policy;

/** On which side of an answer a text is put. */
public enum Side {
    PREPEND,
    APPEND
}
