package dev.surety.guardrail.evaluation.check.remote;

import dev.surety.guardrail.evaluation.PerMille;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a detector says about one text.
 *
 * @param flagged whether the detector itself objects to the text
 */
public record Verdict(boolean flagged, List<Detection> detections) {
    public Verdict {
        detections = List.copyOf(detections);
    }

    /**
     * One thing seen.
     *
     * @param category what it is: lower-case letters, digits, {@code -} and {@code .}, beginning with a letter
     * @param start the first UTF-16 code unit in the text
     * @param end behind the last one
     * @param flagged whether the detector objects to it, whatever its score
     */
    public record Detection(String category, int start, int end, int scorePerMille, boolean flagged) {
        private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9.-]{0,79}");

        public Detection {
            if (!CATEGORY.matcher(category).matches()) {
                throw new IllegalArgumentException("the category of a detection is not a name");
            }
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("detection spans " + start + ".." + end);
            }
            PerMille.require(scorePerMille, "scorePerMille");
        }

        /** Whether a name may be a category. */
        public static boolean isCategory(String name) {
            return CATEGORY.matcher(name).matches();
        }
    }
}
