package dev.surety.guardrail.evaluation.check.text;

/**
 * A word: a run of letters, marks and digits.
 *
 * @param text in its plain form
 * @param start where it begins in the original text, in UTF-16 code units
 * @param end behind its end in the original text
 * @param sentence the number of its sentence, counted from 0
 */
public record Word(String text, int start, int end, int sentence) {}
