package dev.surety.guardrail.evaluation.check.advice;

import java.util.List;

/**
 * How much a text looks like advice in one field, where, and why.
 *
 * @param start where the sentences begin that say so, as offset into the text
 * @param end behind their end
 * @param reasons the features that spoke for it, strongest first; never words of the text
 */
public record FieldScore(Field field, int scorePerMille, int start, int end, List<String> reasons) {
    public FieldScore {
        reasons = List.copyOf(reasons);
    }
}
