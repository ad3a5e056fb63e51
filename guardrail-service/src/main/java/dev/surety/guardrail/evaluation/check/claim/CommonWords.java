package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commonest words of each language ({@code claim/stopwords.txt}): they say nothing, but tell the language. */
public final class CommonWords {
    private final Map<String, Set<String>> byLanguage = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    /** Loads the lists. */
    public CommonWords() {
        for (DataLine line : DataLines.of("claim/stopwords.txt")) {
            int equals = line.text().indexOf('=');
            Set<String> words = new HashSet<>();
            for (Word word : Words.of(line.text().substring(equals + 1).replace('|', ' '))) {
                words.add(word.text());
            }
            byLanguage.put(line.text().substring(0, equals).strip(), Set.copyOf(words));
            all.addAll(words);
        }
    }

    /** Whether {@code word}, in its plain form, is common in any of the languages. */
    public boolean contains(String word) {
        return all.contains(word);
    }

    /** The language whose common words stand most often among {@code words}; empty when none does. */
    public String language(List<Word> words) {
        Map<String, Long> counts = new HashMap<>();
        byLanguage.forEach((language, common) -> counts.put(
                language,
                words.stream().filter(word -> common.contains(word.text())).count()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
