package dev.surety.guardrail.evaluation.check.leak;

import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds runs of words that an answer repeats from the system message, by the fingerprints of every few words in a row.
 * What the customer said too, or what stands in a passage, is no secret and does not count.
 */
public final class RepeatedRuns {
    private static final int GRAM = 6;
    private static final int LOWEST_SCORE = 600;
    private static final int SCORE_PER_WORD = 30;
    private static final int HIGHEST_SCORE = 950;

    private RepeatedRuns() {}

    /** The runs of at least {@code shortest} words of {@code answer} that stand in {@code secret} and not in {@code open}. */
    public static List<Leaked> find(List<Word> answer, List<String> secret, List<String> open, int shortest) {
        Set<String> grams = grams(secret);
        if (grams.isEmpty()) {
            return List.of();
        }
        grams.removeAll(grams(open));
        List<Leaked> leaked = new ArrayList<>();
        int from = -1;
        for (int i = 0; i + GRAM <= answer.size(); i++) {
            boolean repeated = grams.contains(gram(answer, i));
            if (repeated && from < 0) {
                from = i;
            } else if (!repeated && from >= 0) {
                add(answer, from, i - 1 + GRAM, shortest, leaked);
                from = -1;
            }
        }
        if (from >= 0) {
            add(answer, from, answer.size(), shortest, leaked);
        }
        return leaked;
    }

    private static void add(List<Word> answer, int from, int to, int shortest, List<Leaked> leaked) {
        if (to - from >= shortest) {
            int score = Math.min(HIGHEST_SCORE, LOWEST_SCORE + (to - from - shortest) * SCORE_PER_WORD);
            leaked.add(new Leaked(
                    "prompt", answer.get(from).start(), answer.get(to - 1).end(), score));
        }
    }

    private static Set<String> grams(List<String> texts) {
        Set<String> grams = new HashSet<>();
        for (String text : texts) {
            List<Word> words = Words.of(text);
            for (int i = 0; i + GRAM <= words.size(); i++) {
                grams.add(gram(words, i));
            }
        }
        return grams;
    }

    private static String gram(List<Word> words, int at) {
        StringBuilder gram = new StringBuilder();
        for (int i = at; i < at + GRAM; i++) {
            gram.append(words.get(i).text()).append(' ');
        }
        return gram.toString();
    }
}
