package dev.surety.guardrail.evaluation.check.phrase;

import dev.surety.guardrail.evaluation.check.phrase.Pattern.WordForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the words that occur in patterns. A word of a text is looked up once, whatever the number of patterns: whole,
 * and by each length of beginning and of end that some pattern uses.
 */
final class Vocabulary {
    private static final int[] NONE = {};
    /** So many words of texts are remembered: the common ones of a few languages, and no more, whoever writes. */
    private static final int MOST_REMEMBERED = 16_384;

    private final Map<String, Integer> whole = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final SortedSet<Integer> beginningLengths = new TreeSet<>();
    private final SortedSet<Integer> endLengths = new TreeSet<>();
    private final Map<String, int[]> remembered = new ConcurrentHashMap<>();
    private int size;

    /** The number of {@code form}, a new one when it is new. Only for the compiler; later the vocabulary is read only. */
    int add(WordForm form) {
        Map<String, Integer> forms = switch (form.kind()) {
            case WHOLE -> whole;
            case BEGINNING -> beginnings;
            case END -> ends;
        };
        switch (form.kind()) {
            case WHOLE -> {}
            case BEGINNING -> beginningLengths.add(form.text().length());
            case END -> endLengths.add(form.text().length());
        }
        return forms.computeIfAbsent(form.text(), ignored -> size++);
    }

    int size() {
        return size;
    }

    /** The numbers of all forms that {@code word} matches; mostly none. Only for reading once all forms are added. */
    int[] lookUp(String word) {
        int[] known = remembered.get(word);
        if (known != null) {
            return known;
        }
        int[] found = find(word);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, found);
        }
        return found;
    }

    private int[] find(String word) {
        @Nullable List<Integer> found = null;
        Integer exact = whole.get(word);
        if (exact != null) {
            found = new ArrayList<>(4);
            found.add(exact);
        }
        for (int length : beginningLengths) {
            if (length > word.length()) {
                break;
            }
            found = append(found, beginnings.get(word.substring(0, length)));
        }
        for (int length : endLengths) {
            if (length > word.length()) {
                break;
            }
            found = append(found, ends.get(word.substring(word.length() - length)));
        }
        return found == null ? NONE : found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether {@code word} stands in a pattern as a whole word. */
    boolean knows(String word) {
        return whole.containsKey(word);
    }

    private static @Nullable List<Integer> append(@Nullable List<Integer> found, @Nullable Integer number) {
        if (number == null) {
            return found;
        }
        List<Integer> longer = found == null ? new ArrayList<>(4) : found;
        longer.add(number);
        return longer;
    }
}
