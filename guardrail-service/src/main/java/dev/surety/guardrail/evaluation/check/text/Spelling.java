package dev.surety.guardrail.evaluation.check.text;

import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Forgives one wrong, missing, additional or swapped letter in a few words that matter. It looks words up by what is
 * left of them without one letter (symmetric deletion), so its time depends on the length of the word alone.
 */
public final class Spelling {
    private static final int SHORTEST = 5;

    private final Map<String, String> byDeletion = new HashMap<>();
    private final Set<String> leftAlone = new HashSet<>();
    private final WordMemory<String> remembered = new WordMemory<>(this::meant);

    private Spelling() {}

    /**
     * Reads a file with one word per line; {@code !word} is a real word that looks like a misspelt one.
     *
     * @throws IllegalArgumentException when a word is too short for its misspellings to be told from other words
     */
    public static Spelling load(String file) {
        Spelling spelling = new Spelling();
        for (DataLine line : DataLines.of(file)) {
            for (String written : line.text().split(" ", -1)) {
                spelling.add(written, line.place());
            }
        }
        return spelling;
    }

    private void add(String written, String place) {
        if (written.startsWith("!")) {
            leftAlone.add(Words.plain(written.substring(1)));
            return;
        }
        String word = Words.plain(written);
        if (word.length() < SHORTEST) {
            throw new IllegalArgumentException(place + ": '" + written + "' has fewer than " + SHORTEST + " letters");
        }
        byDeletion.put(word, word);
        deletions(word).forEach(shorter -> byDeletion.putIfAbsent(shorter, word));
    }

    /** The word with its spelling put right, at the place where it stood; the same word when nothing is to be put right. */
    public Word corrected(Word word) {
        String text = word.text();
        if (text.length() < SHORTEST - 1 || leftAlone.contains(text)) {
            return word;
        }
        String meant = remembered.of(text);
        return meant.equals(text) ? word : new Word(meant, word.start(), word.end(), word.sentence());
    }

    private String meant(String text) {
        String direct = byDeletion.get(text);
        if (direct != null) {
            return direct;
        }
        for (String shorter : deletions(text)) {
            String meant = byDeletion.get(shorter);
            if (meant != null && isOneStepFrom(text, meant)) {
                return meant;
            }
        }
        return text;
    }

    private static Set<String> deletions(String word) {
        Set<String> shorter = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            shorter.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shorter;
    }

    /** Whether one letter was added or replaced, or two neighbours swapped. */
    private static boolean isOneStepFrom(String text, String meant) {
        int same = 0;
        while (same < Math.min(text.length(), meant.length()) && text.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String restOfText = text.substring(same);
        String restOfMeant = meant.substring(same);
        if (text.length() > meant.length()) {
            return restOfText.substring(1).equals(restOfMeant);
        }
        if (text.length() < meant.length() || restOfText.isEmpty()) {
            return restOfText.equals(restOfMeant.substring(Math.min(1, restOfMeant.length())));
        }
        return restOfText.substring(1).equals(restOfMeant.substring(1)) || swapped(restOfText, restOfMeant);
    }

    private static boolean swapped(String one, String other) {
        return one.length() > 1
                && other.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }
}
