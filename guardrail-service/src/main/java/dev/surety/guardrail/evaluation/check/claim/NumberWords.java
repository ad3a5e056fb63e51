package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers written as words ({@code claim/words.txt}), and words behind which a number is only a name ({@code labels.txt}). */
final class NumberWords {
    private static final Map<String, BigDecimal> VALUES = loadValues();
    private static final Set<String> LABELS = loadLabels();

    private NumberWords() {}

    private static Map<String, BigDecimal> loadValues() {
        Map<String, BigDecimal> values = new HashMap<>();
        for (DataLine line : DataLines.of("claim/words.txt")) {
            int equals = line.text().indexOf('=');
            BigDecimal value = new BigDecimal(line.text().substring(0, equals).strip());
            for (String name : line.text().substring(equals + 1).split("\\|", -1)) {
                for (Word word : Words.of(name)) {
                    values.put(word.text(), Numerals.plain(value));
                }
            }
        }
        return Map.copyOf(values);
    }

    private static Set<String> loadLabels() {
        Set<String> labels = new HashSet<>();
        for (DataLine line : DataLines.of("claim/labels.txt")) {
            List<Word> words = Words.of(line.text().replace('|', ' '));
            words.forEach(word -> labels.add(word.text()));
        }
        return Set.copyOf(labels);
    }

    /** What {@code word} counts in its plain form. */
    static @Nullable BigDecimal value(String word) {
        return VALUES.get(word);
    }

    /** Whether a number behind {@code word} is its name rather than a claim. */
    static boolean isLabel(String word) {
        return LABELS.contains(word);
    }
}
