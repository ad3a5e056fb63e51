package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

/**
 * A place in a text that a check points at. It never carries the text itself, so findings can be stored and shown
 * where the text must not be.
 *
 * @param category what was found, for example {@code pii.iban}
 * @param path which text, as {@link NamedText#path()}
 * @param start the first UTF-16 code unit
 * @param end behind the last UTF-16 code unit
 */
public record Finding(String category, String path, int start, int end, int scorePerMille) {
    public Finding {
        requireNonNull(category, "category");
        requireNonNull(path, "path");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("finding spans " + start + ".." + end + ": 0 <= start <= end expected");
        }
        PerMille.require(scorePerMille, "scorePerMille");
    }
}
