package dev.surety.guardrail.pseudonym;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text in which values stand where their pseudonyms stood.
 *
 * @param restored how many places were restored
 */
public record Restoration(String text, int restored) {
    public Restoration {
        requireNonNull(text, "text");
    }

    /** Restores {@code text} in one pass; what a value says is never read as a pseudonym again. */
    public static Restoration of(String text, List<Pseudonym> pseudonyms) {
        Map<String, String> values = new HashMap<>();
        Map<Character, Integer> longest = new HashMap<>();
        for (Pseudonym pseudonym : pseudonyms) {
            if (!pseudonym.mask().isEmpty()) {
                values.putIfAbsent(pseudonym.mask(), pseudonym.value());
                longest.merge(pseudonym.mask().charAt(0), pseudonym.mask().length(), Math::max);
            }
        }
        StringBuilder restored = new StringBuilder(text.length());
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int end = maskEnd(text, at, longest.getOrDefault(text.charAt(at), 0), values);
            if (end > at) {
                restored.append(values.get(text.substring(at, end)));
                count++;
                at = end;
            } else {
                restored.append(text.charAt(at++));
            }
        }
        return new Restoration(restored.toString(), count);
    }

    private static int maskEnd(String text, int at, int longest, Map<String, String> values) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            if (values.containsKey(text.substring(at, end))) {
                return end;
            }
        }
        return at;
    }
}
