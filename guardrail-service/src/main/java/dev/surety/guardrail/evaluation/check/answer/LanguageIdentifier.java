package dev.surety.guardrail.evaluation.check.answer;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells in which of eight languages a text is written, by its commonest words and by letters that only one of them has
 * ({@code language/words.txt}). A text of few words, or one in which two languages are about even, is in none; so is
 * one in a language that is not listed, unless it shares many words with one that is.
 */
public final class LanguageIdentifier {
    private static final int FEW_WORDS = 5;
    private static final double LEAST_SHARE = 0.18;
    private static final double LEAD = 1.4;
    private static final double LETTER = 1.5;
    private static final double LETTER_WORD = 0.3;
    private static final int DIFFERENT_WORDS = 3;

    private final Map<String, Map<String, Double>> weights = new HashMap<>();
    private final Map<Character, String> letters = new HashMap<>();

    /** Loads the lists. */
    public LanguageIdentifier() {
        Map<String, Set<String>> lists = new TreeMap<>();
        for (DataLine line : DataLines.of("language/words.txt")) {
            int equals = line.text().indexOf('=');
            String head = line.text().substring(0, equals).strip();
            String data = line.text().substring(equals + 1).strip();
            if (head.startsWith("letters ")) {
                String language = head.substring("letters ".length());
                data.chars().forEach(letter -> letters.put((char) letter, language));
            } else {
                Words.of(data.replace('|', ' '))
                        .forEach(word -> lists.computeIfAbsent(word.text(), text -> new TreeSet<>())
                                .add(head));
            }
        }
        // A word of several languages says less for each of them.
        lists.forEach((word, languages) -> {
            Map<String, Double> shared = new TreeMap<>();
            double weight = word.length() == 1 ? LETTER_WORD : 1.0;
            languages.forEach(language -> shared.put(language, weight / languages.size()));
            weights.put(word, Map.copyOf(shared));
        });
    }

    /** The language of {@code text} as ISO 639-1 code; empty when it cannot be told. */
    public String identify(String text) {
        return identify(text, Words.of(text));
    }

    /** The language of the {@code words} of a text, which begin and end where {@code text} does. */
    public String identify(String text, List<Word> words) {
        if (words.size() < FEW_WORDS) {
            return "";
        }
        Map<String, Double> scores = new TreeMap<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Word word : words) {
            weights.getOrDefault(word.text(), Map.of()).forEach((language, weight) -> {
                scores.merge(language, weight, Double::sum);
                seen.computeIfAbsent(language, name -> new TreeSet<>()).add(word.text());
            });
        }
        for (int i = 0; i < text.length(); i++) {
            String language = letters.get(Character.toLowerCase(text.charAt(i)));
            if (language != null) {
                scores.merge(language, LETTER, Double::sum);
            }
        }
        List<Map.Entry<String, Double>> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (ranked.isEmpty() || ranked.getFirst().getValue() < words.size() * LEAST_SHARE) {
            return "";
        }
        // A word or two in common is chance.
        if (seen.getOrDefault(ranked.getFirst().getKey(), Set.of()).size() < DIFFERENT_WORDS) {
            return "";
        }
        boolean leads = ranked.size() == 1
                || ranked.getFirst().getValue() >= ranked.get(1).getValue() * LEAD;
        return leads ? ranked.getFirst().getKey() : "";
    }
}
