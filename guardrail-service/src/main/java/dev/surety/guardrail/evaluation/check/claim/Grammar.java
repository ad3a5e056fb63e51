package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words with which numbers are put together, in several languages, from {@code claim/grammar.txt}. */
enum Grammar {
    RANGE,
    FREE,
    WORKING,
    WORKING_BEHIND,
    WHOLE,
    PERCENT,
    THOUSAND,
    MILLION,
    BILLION,
    BEFORE_DURATION,
    BEFORE_RATE,
    ENGLISH_ARTICLE,
    ORDINAL,
    BEFORE_ONE;

    private static final Map<Grammar, Set<String>> WORDS = load();

    private static Map<Grammar, Set<String>> load() {
        Map<Grammar, Set<String>> all = new HashMap<>();
        for (DataLine line : DataLines.of("claim/grammar.txt")) {
            int equals = line.text().indexOf('=');
            String name = line.text().substring(0, equals).strip();
            Set<String> words = new HashSet<>();
            for (Word word : Words.of(line.text().substring(equals + 1).replace('|', ' '))) {
                words.add(word.text());
            }
            all.put(valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), Set.copyOf(words));
        }
        for (Grammar part : values()) {
            if (!all.containsKey(part)) {
                throw new IllegalStateException("claim/grammar.txt has no line for " + part);
            }
        }
        return Map.copyOf(all);
    }

    /** Whether {@code word}, in its plain form, is one of this part. */
    boolean has(String word) {
        return words().contains(word);
    }

    private Set<String> words() {
        return WORDS.getOrDefault(this, Set.of());
    }
}
