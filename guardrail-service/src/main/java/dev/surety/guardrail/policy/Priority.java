package dev.surety.guardrail.policy;

/** How urgently a human is needed, most urgent first. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
