package dev.surety.guardrail.evaluation.check.injection;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the marks of chat templates, such as {@code <|im_start|>}, in one pass over the text. */
public final class Markup {
    private static final String CATEGORY = "markup";
    private static final int SCORE = 800;

    private final AhoCorasickDoubleArrayTrie<String> marks = new AhoCorasickDoubleArrayTrie<>();

    /** Loads the marks from {@code injection/markup.txt}. */
    public Markup() {
        Map<String, String> places = new TreeMap<>();
        for (DataLine line : DataLines.of("injection/markup.txt")) {
            if (!line.text().startsWith("= ")) {
                throw new IllegalArgumentException(line.place() + ": expected '= ' before the mark: " + line.text());
            }
            places.put(line.text().substring(2), line.place());
        }
        marks.build(places);
    }

    /** The marks that stand in {@code text}, whatever their case. */
    public List<PhraseHit> match(String text) {
        List<PhraseHit> hits = new ArrayList<>();
        marks.parseText(asciiLowerCase(text), (start, end, place) -> {
            hits.add(new PhraseHit(CATEGORY, place, SCORE, start, end));
        });
        return hits;
    }

    /** Keeps every offset, which the lower case of a whole text does not ({@code İ} becomes two characters). */
    private static char[] asciiLowerCase(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= 'A' && characters[i] <= 'Z') {
                characters[i] = (char) (characters[i] + ('a' - 'A'));
            }
        }
        return characters;
    }
}
