package dev.surety.guardrail.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant, for diagnostics that say how to mend. */
public final class Suggestion {
    private Suggestion() {}

    /** The known name that is closest to {@code written}, if one is close enough to be meant. */
    public static Optional<String> closest(String written, Collection<String> known) {
        int tolerated = Math.max(1, (written.length() + 1) / 3);
        return known.stream()
                .filter(name -> distance(written, name) <= tolerated)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a message about an unknown name: what was meant, or else everything that is known. */
    public static String mending(String written, Collection<String> known) {
        return closest(written, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> "known here: "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** Levenshtein's distance: how many letters have to be put in, taken out or exchanged. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int exchange = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchange, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[right.length()];
    }
}
