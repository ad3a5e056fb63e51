package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model sees of a text: not its words but the concepts they stand for ({@code injection/concepts.txt}), alone
 * ({@code drop}), in pairs side by side ({@code drop+rule}) and in pairs a little apart ({@code drop~rule}), in windows
 * of a few dozen words. Concepts do not depend on language, so what is learned in one holds in the others. The number of
 * steps per word is bounded.
 */
final class AttackFeatures {
    private static final int WINDOW = 32;
    private static final int BESIDE = 2;
    private static final int APART = 8;
    private static final int CONCEPTS = 64;
    private static final int SIZE = CONCEPTS + 2 * CONCEPTS * CONCEPTS;

    private final WordGroups groups = new WordGroups("injection/concepts.txt");
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> techniques = new HashMap<>();

    AttackFeatures() {
        names = groups.names();
        if (names.size() > CONCEPTS) {
            throw new IllegalStateException("injection/concepts.txt has more than " + CONCEPTS + " concepts");
        }
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        for (DataLine line : DataLines.of("injection/techniques.txt")) {
            int equals = line.text().indexOf('=');
            String technique = line.text().substring(0, equals).strip();
            for (String concept : line.text().substring(equals + 1).split("\\|", -1)) {
                techniques.put(concept.strip(), technique);
            }
        }
    }

    /** How many numbers of features there are at most. */
    int size() {
        return SIZE;
    }

    /** Whether the feature may weigh towards an attack: a pair of concepts that both belong to a technique. */
    boolean mayAccuse(int feature) {
        int concepts = (feature - CONCEPTS) % (CONCEPTS * CONCEPTS);
        return feature >= CONCEPTS && isSuspicious(concepts / CONCEPTS) && isSuspicious(concepts % CONCEPTS);
    }

    private boolean isSuspicious(int concept) {
        return concept < names.size() && techniques.containsKey(names.get(concept));
    }

    /** The technique that a concept belongs to; null for the words of every conversation. */
    @Nullable
    String technique(String concept) {
        return techniques.get(concept);
    }

    /** The name of the feature with this number. */
    String name(int feature) {
        if (feature < CONCEPTS) {
            return names.get(feature);
        }
        int pair = feature - CONCEPTS;
        boolean beside = pair < CONCEPTS * CONCEPTS;
        int concepts = beside ? pair : pair - CONCEPTS * CONCEPTS;
        return names.get(concepts / CONCEPTS) + (beside ? "+" : "~") + names.get(concepts % CONCEPTS);
    }

    /** The number of the feature with this name. */
    int number(String name) {
        int plus = Math.max(name.indexOf('+'), name.indexOf('~'));
        if (plus < 0) {
            return concept(name);
        }
        return pair(concept(name.substring(0, plus)), concept(name.substring(plus + 1)), name.charAt(plus) == '+');
    }

    private int concept(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("injection/concepts.txt has no concept '" + name + "'");
        }
        return number;
    }

    private static int pair(int one, int other, boolean beside) {
        int concepts = Math.min(one, other) * CONCEPTS + Math.max(one, other);
        return CONCEPTS + (beside ? 0 : CONCEPTS * CONCEPTS) + concepts;
    }

    /** The windows of a text that hold any concept. */
    List<Window> windows(FoldedText text, List<Word> words) {
        List<Token> tokens = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Set<String> concepts = groups.of(word.text());
            if (!concepts.isEmpty()) {
                tokens.add(new Token(
                        numbers(concepts),
                        i,
                        new WordGroups.Place(concepts, word.start(), word.end()),
                        word.sentence()));
            }
        }
        int position = words.size();
        for (WordGroups.Place place : groups.inScripts(text)) {
            tokens.add(new Token(numbers(place.names()), position++, place, Integer.MAX_VALUE));
        }
        return cut(tokens);
    }

    private int[] numbers(Set<String> concepts) {
        return concepts.stream().mapToInt(this::concept).sorted().toArray();
    }

    /** Cuts at ends of sentences, or where a window is full. */
    private static List<Window> cut(List<Token> tokens) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int to = from;
            int sentenceEnd = from;
            int limit = tokens.get(from).position + WINDOW;
            while (to < tokens.size() && tokens.get(to).position < limit) {
                to++;
                if (to == tokens.size() || tokens.get(to).sentence != tokens.get(to - 1).sentence) {
                    sentenceEnd = to;
                }
            }
            int end = sentenceEnd > from ? sentenceEnd : to;
            windows.add(window(tokens.subList(from, end)));
            from = end;
        }
        return windows;
    }

    private static Window window(List<Token> tokens) {
        BitSet features = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            for (int concept : tokens.get(i).concepts) {
                features.set(concept);
            }
            for (int j = i + 1; j < tokens.size(); j++) {
                int distance = tokens.get(j).position - tokens.get(i).position;
                if (distance > APART) {
                    break;
                }
                addPairs(tokens.get(i), tokens.get(j), distance <= BESIDE, features);
            }
        }
        // Terms of other scripts come behind all words, wherever in the text they stand.
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Token token : tokens) {
            start = Math.min(start, token.start);
            end = Math.max(end, token.end);
        }
        return new Window(features.stream().toArray(), start, end);
    }

    private static void addPairs(Token one, Token other, boolean beside, BitSet features) {
        for (int first : one.concepts) {
            for (int second : other.concepts) {
                features.set(pair(first, second, beside));
            }
        }
    }

    /** A stretch of a text: the numbers of its features, and where its first and last concept stand. */
    static final class Window {
        private final int[] features;
        private final int start;
        private final int end;

        private Window(int[] features, int start, int end) {
            this.features = features;
            this.start = start;
            this.end = end;
        }

        /** The numbers of the features, ascending; not to be changed. */
        int[] features() {
            return features;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }

    /** A word that stands for concepts, and which word of the text it is. */
    private static final class Token {
        private final int[] concepts;
        private final int position;
        private final int sentence;
        private final int start;
        private final int end;

        private Token(int[] concepts, int position, WordGroups.Place place, int sentence) {
            this.concepts = concepts;
            this.position = position;
            this.sentence = sentence;
            start = place.start();
            end = place.end();
        }
    }
}
