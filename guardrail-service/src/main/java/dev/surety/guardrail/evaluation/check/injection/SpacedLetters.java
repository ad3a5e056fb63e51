package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Joins letters that stand alone ({@code i g n o r e  t h e  r u l e s}) and cuts them into the words that the rules
 * know, so that the most letters are covered. Work per letter is bounded by the longest word.
 */
final class SpacedLetters {
    /** Fewer single letters in a row happen in ordinary text, for example when somebody spells a name. */
    private static final int SHORTEST_RUN = 8;

    private static final int LONGEST_WORD = 16;
    private static final int SHORTEST_WORD = 2;

    private final Predicate<String> known;

    SpacedLetters(Predicate<String> known) {
        this.known = known;
    }

    List<Word> join(List<Word> words) {
        List<Word> joined = new ArrayList<>(words.size());
        int at = 0;
        while (at < words.size()) {
            int end = at;
            while (end < words.size() && words.get(end).text().length() == 1) {
                end++;
            }
            if (end - at >= SHORTEST_RUN) {
                joined.addAll(cut(words.subList(at, end)));
                at = end;
            } else {
                joined.addAll(words.subList(at, Math.max(end, at + 1)));
                at = Math.max(end, at + 1);
            }
        }
        return joined;
    }

    /** Dynamic programming over the ends of words: {@code covered[i]} is the best for the first i letters. */
    private List<Word> cut(List<Word> letters) {
        int size = letters.size();
        StringBuilder run = new StringBuilder(size);
        letters.forEach(letter -> run.append(letter.text()));
        int[] covered = new int[size + 1];
        int[] lengths = new int[size + 1];
        Arrays.fill(lengths, 1);
        for (int end = 1; end <= size; end++) {
            covered[end] = covered[end - 1];
            for (int length = SHORTEST_WORD; length <= Math.min(LONGEST_WORD, end); length++) {
                int value = covered[end - length] + length * length;
                if (value > covered[end] && known.test(run.substring(end - length, end))) {
                    covered[end] = value;
                    lengths[end] = length;
                }
            }
        }
        List<Word> words = new ArrayList<>();
        int end = size;
        while (end > 0) {
            int start = end - lengths[end];
            Word first = letters.get(start);
            words.add(new Word(
                    run.substring(start, end),
                    first.start(),
                    letters.get(end - 1).end(),
                    first.sentence()));
            end = start;
        }
        return words.reversed();
    }
}
