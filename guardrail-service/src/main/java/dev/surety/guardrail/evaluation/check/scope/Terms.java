package dev.surety.guardrail.evaluation.check.scope;

import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into what it is compared by: words, pairs of neighbouring words, and runs of four letters within words, so
 * that endings, compounds and typing errors do not make words strangers. All in the plain form, whatever the language.
 */
final class Terms {
    private static final int LETTERS = 4;
    /** Nobody states an intent in more words; a longer text is read so far. */
    private static final int MOST_WORDS = 300;

    private Terms() {}

    /** How often each term occurs. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> terms = new HashMap<>();
        List<Word> words = Words.of(text);
        Word before = null;
        for (Word word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
            terms.merge(word.text(), 1, Integer::sum);
            if (before != null) {
                terms.merge(before.text() + " " + word.text(), 1, Integer::sum);
            }
            addRuns("^" + word.text() + "$", terms);
            before = word;
        }
        return terms;
    }

    private static void addRuns(String word, Map<String, Integer> terms) {
        for (int i = 0; i + LETTERS <= word.length(); i++) {
            terms.merge("_" + word.substring(i, i + LETTERS), 1, Integer::sum);
        }
    }
}
