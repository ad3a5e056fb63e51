package dev.surety.guardrail.evaluation.check.injection;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Words of many languages that mean the same kind of thing, by the name of the kind ({@code injection/matters.txt}). */
final class WordGroups {
    private static final int FIRST_UNSPACED_SCRIPT = 0x0600;

    private final Map<String, Set<String>> whole = new HashMap<>();
    private final Map<String, Set<String>> beginnings = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final BitSet beginningLengths = new BitSet();
    private final AhoCorasickDoubleArrayTrie<Set<String>> unspaced = new AhoCorasickDoubleArrayTrie<>();

    WordGroups(String file) {
        Map<String, Set<String>> terms = new TreeMap<>();
        for (DataLine line : DataLines.of(file)) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'name = words' in: " + line.text());
            }
            String name = line.text().substring(0, equals).strip();
            if (!names.contains(name)) {
                names.add(name);
            }
            for (String written : line.text().substring(equals + 1).split("\\|", -1)) {
                add(name, written.strip(), terms);
            }
        }
        unspaced.build(terms);
    }

    private void add(String name, String written, Map<String, Set<String>> terms) {
        if (written.chars().anyMatch(character -> character >= FIRST_UNSPACED_SCRIPT)) {
            terms.computeIfAbsent(UnspacedText.plain(written), term -> new HashSet<>())
                    .add(name);
            return;
        }
        List<Word> words = Words.of(written);
        if (words.size() != 1) {
            throw new IllegalArgumentException("'" + written + "' of the group " + name + " is not one word");
        }
        String word = words.getFirst().text();
        if (written.endsWith("*")) {
            beginningLengths.set(word.length());
            beginnings.computeIfAbsent(word, text -> new HashSet<>()).add(name);
        } else {
            whole.computeIfAbsent(word, text -> new HashSet<>()).add(name);
        }
    }

    /** The names of the kinds, in the order of the file. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** The kinds that a word in its plain form belongs to. */
    Set<String> of(String word) {
        Set<String> found = whole.getOrDefault(word, Set.of());
        for (int length = beginningLengths.nextSetBit(0);
                length >= 0 && length <= word.length();
                length = beginningLengths.nextSetBit(length + 1)) {
            Set<String> more = beginnings.get(word.substring(0, length));
            if (more != null) {
                found = new HashSet<>(found);
                found.addAll(more);
            }
        }
        return found;
    }

    /** The terms in scripts that are not cut into words. */
    List<Place> inScripts(FoldedText text) {
        if (!UnspacedText.isNeededFor(text)) {
            return List.of();
        }
        UnspacedText letters = UnspacedText.of(text);
        List<Place> places = new ArrayList<>();
        unspaced.parseText(
                letters.letters(),
                (start, end, names) ->
                        places.add(new Place(names, letters.originalStart(start), letters.originalEnd(end))));
        return places;
    }

    /** Where a term stands, and the kinds that it belongs to. */
    record Place(Set<String> names, int start, int end) {
        Place {
            names = Set.copyOf(names);
        }
    }
}
