package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words are about, across languages ({@code claim/concepts.txt}). A word that belongs to no concept stands for
 * itself, by its beginning, so that inflected forms are the same.
 */
public final class Concepts {
    private static final String MARK = "=";
    private static final String ALTERNATIVE = "/";
    private static final int STEM = 6;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_BEGINNING = 3;

    private final Map<String, List<String>> whole = new HashMap<>();
    private final Map<String, List<String>> beginnings = new HashMap<>();

    /** Loads the list. */
    public Concepts() {
        int group = 0;
        for (DataLine line : DataLines.of("claim/concepts.txt")) {
            if (line.text().startsWith("!")) {
                String[] alternatives = line.text().substring(1).split("/", -1);
                for (int i = 0; i < alternatives.length; i++) {
                    add(ALTERNATIVE + group + ":" + i, alternatives[i]);
                }
                group++;
            } else {
                int equals = line.text().indexOf('=');
                add(MARK + line.text().substring(0, equals).strip(), line.text().substring(equals + 1));
            }
        }
    }

    private void add(String concept, String words) {
        for (String written : words.split("\\|", -1)) {
            boolean beginning = written.strip().endsWith("*");
            for (Word word : Words.of(written)) {
                (beginning ? beginnings : whole)
                        .computeIfAbsent(word.text(), text -> new ArrayList<>())
                        .add(concept);
            }
        }
    }

    /** The concepts of a word in its plain form, or its stem; nothing for a word too short to mean much. */
    public Set<String> of(String word) {
        Set<String> concepts = new HashSet<>(whole.getOrDefault(word, List.of()));
        for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
            concepts.addAll(beginnings.getOrDefault(word.substring(0, length), List.of()));
        }
        boolean named = concepts.stream().anyMatch(concept -> concept.startsWith(MARK));
        if (!named && word.length() >= SHORTEST_WORD) {
            concepts.add(word.length() > STEM ? word.substring(0, STEM) : word);
        }
        return concepts;
    }

    /** Whether {@code element} of a context is a concept, which says more than a word that happens to recur. */
    public static boolean isConcept(String element) {
        return element.startsWith(MARK);
    }

    /** Whether two contexts name different alternatives of one group, such as express and standard. */
    static boolean differ(Set<String> one, Set<String> other) {
        Map<String, Set<String>> first = alternatives(one);
        Map<String, Set<String>> second = alternatives(other);
        return first.entrySet().stream()
                .anyMatch(group -> second.containsKey(group.getKey())
                        && second.get(group.getKey()).stream().noneMatch(group.getValue()::contains));
    }

    static boolean isAlternative(String element) {
        return element.startsWith(ALTERNATIVE);
    }

    private static Map<String, Set<String>> alternatives(Set<String> context) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String element : context) {
            if (isAlternative(element)) {
                groups.computeIfAbsent(element.substring(0, element.indexOf(':')), group -> new HashSet<>())
                        .add(element);
            }
        }
        return groups;
    }
}
