package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that make a bare number mean something, by what they announce; read from {@code pii/context.txt}. A word that
 * ends in {@code $} is compared whole, any other with the beginnings of words.
 */
final class ContextWords {
    private final Map<Integer, List<Entry>> byBeginning = new HashMap<>();

    private record Entry(String word, boolean whole, String name) {}

    /** Takes what {@link ContextWords} finds in a text. */
    interface Listener {
        void found(String name, int start, int end);
    }

    private ContextWords() {}

    static ContextWords load() {
        ContextWords words = new ContextWords();
        for (DataLine line : DataLines.of("pii/context.txt")) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'name = word | word'");
            }
            String name = line.text().substring(0, equals).strip();
            Arrays.stream(line.text().substring(equals + 1).split("\\|", -1))
                    .map(word -> PlainText.folded(word.strip()))
                    .forEach(word -> words.add(line, name, word));
        }
        return words;
    }

    private void add(DataLine line, String name, String word) {
        if (word.length() < 2) {
            throw new IllegalArgumentException(line.place() + ": '" + word + "' is too short to tell anything");
        }
        boolean whole = word.endsWith("$");
        String text = whole ? word.substring(0, word.length() - 1) : word;
        byBeginning
                .computeIfAbsent(beginning(text.charAt(0), text.charAt(1)), _ -> new ArrayList<>())
                .add(new Entry(text, whole, name));
    }

    /** Tells {@code listener} of every word that stands in {@code text}, in the order of the text. */
    void find(PlainText text, Listener listener) {
        for (int at = 0; at < text.length(); at++) {
            if (!text.beginsWord(at)) {
                continue;
            }
            List<Entry> entries = byBeginning.get(beginning(text.foldedAt(at), text.foldedAt(at + 1)));
            if (entries != null) {
                for (Entry entry : entries) {
                    int end = at + entry.word().length();
                    if (text.hasWord(at, entry.word()) && !(entry.whole() && text.isWord(end))) {
                        listener.found(entry.name(), at, end);
                    }
                }
            }
        }
    }

    private static int beginning(char first, char second) {
        return first << Character.SIZE | second;
    }
}
