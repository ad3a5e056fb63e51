package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text that a check points at. It never carries the text itself, so findings can be stored and shown
 * where the text must not be.
 *
 * @param category what was found, for example {@code pii.iban}
 * @param path which text, as {@link NamedText#path()}
 * @param start the first UTF-16 code unit
 * @param end behind the last UTF-16 code unit
 * @param basis what the finding rests on in another text, for example the sentence of a passage that says otherwise
 */
public record Finding(
        String category,
        String path,
        int start,
        int end,
        int scorePerMille,
        @Nullable Basis basis) {
    public Finding {
        requireNonNull(category, "category");
        requireNonNull(path, "path");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("finding spans " + start + ".." + end + ": 0 <= start <= end expected");
        }
        PerMille.require(scorePerMille, "scorePerMille");
    }

    /** A finding that needs no other text to be understood. */
    public Finding(String category, String path, int start, int end, int scorePerMille) {
        this(category, path, start, end, scorePerMille, null);
    }

    /**
     * The place in another text that a finding was compared with.
     *
     * @param path which text, as {@link NamedText#path()}
     * @param start the first UTF-16 code unit there
     * @param end behind the last one
     * @param compared what was compared, for example {@code value} or {@code negation}
     */
    public record Basis(String path, int start, int end, String compared) {
        public Basis {
            requireNonNull(path, "path");
            requireNonNull(compared, "compared");
            if (start < 0 || end < start) {
                throw new IllegalArgumentException(
                        "basis spans " + start + ".." + end + ": 0 <= start <= end expected");
            }
        }
    }
}
