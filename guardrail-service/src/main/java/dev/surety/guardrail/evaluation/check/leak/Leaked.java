package dev.surety.guardrail.evaluation.check.leak;

/**
 * A place in the answer that gives something away.
 *
 * @param category without the name of the check
 */
public record Leaked(String category, int start, int end, int scorePerMille) {}
