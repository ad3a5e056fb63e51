package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named sets of words and short phrases out of one data file, in the form in which words of texts are compared. */
final class WordLists {
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final String file;

    private WordLists(String file) {
        this.file = file;
    }

    static WordLists of(String file) {
        WordLists lists = new WordLists(file);
        for (DataLine line : DataLines.of(file)) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'name = word | word'");
            }
            Set<String> words =
                    lists.lists.computeIfAbsent(line.text().substring(0, equals).strip(), _ -> new HashSet<>());
            for (String word : line.text().substring(equals + 1).split("\\|", -1)) {
                words.add(plain(word));
            }
        }
        return lists;
    }

    /** Whether {@code word} is one of the list {@code name}. */
    boolean has(String name, String word) {
        return list(name).contains(word);
    }

    Set<String> list(String name) {
        Set<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalStateException(file + " has no list " + name);
        }
        return words;
    }

    /** A phrase that ends in a colon keeps it. */
    private static String plain(String phrase) {
        String words = Words.of(phrase).stream().map(Word::text).collect(Collectors.joining(" "));
        return phrase.strip().endsWith(":") ? words + " :" : words;
    }

    /** The words before {@code end}, at most {@code count}, as one phrase. */
    static String phraseBefore(List<Word> words, int end, int count) {
        StringBuilder phrase = new StringBuilder();
        for (int i = end - count; i < end; i++) {
            phrase.append(phrase.isEmpty() ? "" : " ").append(words.get(i).text());
        }
        return phrase.toString();
    }
}
