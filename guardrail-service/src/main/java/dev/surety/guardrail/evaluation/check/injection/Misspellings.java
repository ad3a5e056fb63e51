package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The words that attacks cannot do without, misspelled so that filters overlook them while a model still reads them: one
 * letter missing, one letter doubled or the inner letters in another order.
 */
final class Misspellings {
    private static final int SHORTEST = 6;

    private final Map<String, String> byMissingLetter = new HashMap<>();
    private final Map<String, String> byLetters = new HashMap<>();

    Misspellings() {
        for (DataLine line : DataLines.of("injection/keywords.txt")) {
            for (String keyword : line.text().split(" ", -1)) {
                byLetters.put(signature(keyword), keyword);
                for (int i = 1; i < keyword.length(); i++) {
                    byMissingLetter.put(keyword.substring(0, i) + keyword.substring(i + 1), keyword);
                }
            }
        }
    }

    /** The keyword that {@code word} seems to be; the word itself when it is none. */
    String correct(String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        String missing = byMissingLetter.get(word);
        if (missing != null) {
            return missing;
        }
        return byLetters.getOrDefault(signature(word), byLetters.getOrDefault(signature(withoutDoubles(word)), word));
    }

    /** First and last letter, and the letters between them in alphabetical order. */
    private static String signature(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters, 1, Math.max(1, letters.length - 1));
        return new String(letters);
    }

    private static String withoutDoubles(String word) {
        StringBuilder single = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                single.append(word.charAt(i));
            }
        }
        return single.toString();
    }
}
