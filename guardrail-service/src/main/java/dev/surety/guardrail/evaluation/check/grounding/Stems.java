package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words without their inflection, roughly: one known ending ({@code grounding/stems.txt}) is taken off and a doubled
 * last consonant made single, so that "returns", "returned" and "returning" are the same.
 */
final class Stems {
    private static final int LEAST = 3;
    private static final int LEAST_BEFORE_LONG = 4;

    private final List<Set<String>> endingsByLength = new ArrayList<>();

    Stems() {
        for (DataLine line : DataLines.of("grounding/stems.txt")) {
            for (String ending : line.text().split(" ", -1)) {
                String plain = Words.plain(ending);
                while (endingsByLength.size() <= plain.length()) {
                    endingsByLength.add(new HashSet<>());
                }
                endingsByLength.get(plain.length()).add(plain);
            }
        }
    }

    /** The stem of a word in its plain form. */
    String of(String word) {
        if (!Character.isLetter(word.charAt(0))) {
            return word;
        }
        for (int length = endingsByLength.size() - 1; length > 0; length--) {
            int rest = word.length() - length;
            if (rest >= (length > 1 ? LEAST_BEFORE_LONG : LEAST)
                    && endingsByLength.get(length).contains(word.substring(rest))) {
                return single(word.substring(0, rest));
            }
        }
        return word;
    }

    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > LEAST && stem.charAt(last) == stem.charAt(last - 1) && stem.charAt(last) != 's';
        return doubled ? stem.substring(0, last) : stem;
    }
}
