package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.WordMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Undoes ciphers that work on letters: letters shifted along the alphabet (Caesar, ROT13), words or whole texts written
 * backwards, and pig latin. A text counts as
 * enciphered when several of its words become words that the rules know and did not know before, so ordinary text and
 * names are left alone.
 */
final class Ciphers {
    private static final int LEAST_UNCOVERED = 3;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_SAMPLE = 5;
    private static final int LARGEST_SAMPLE = 16;
    private static final int ALPHABET = 26;
    private static final int KNOWN = -1;
    private static final String VOWELS = "aeiou";

    private final Predicate<String> known;
    /** For each word the shifts that make a known word of it, one bit each; {@link #KNOWN} when it is known itself. */
    private final WordMemory<Integer> shifts = new WordMemory<>(this::shifts);

    private final WordMemory<String> backwards = new WordMemory<>(word -> uncovered(word, Ciphers::reversed));
    private final WordMemory<String> fromPigLatin = new WordMemory<>(word -> uncovered(word, this::fromPigLatin));

    Ciphers(Predicate<String> known) {
        this.known = known;
    }

    /** What {@code words} say in each cipher that they seem to be written in; every word spans what it was read from. */
    List<List<Word>> read(List<Word> words) {
        List<List<Word>> readings = new ArrayList<>();
        int shift = shift(words);
        if (shift > 0) {
            UnaryOperator<String> cipher = word -> shifted(word, shift);
            uncover(words, word -> uncovered(word, cipher), cipher).ifPresent(readings::add);
        }
        uncover(words, backwards::of, Ciphers::reversed).ifPresent(reading -> {
            readings.add(reading);
            readings.add(backwards(reading));
        });
        uncover(words, fromPigLatin::of, this::fromPigLatin).ifPresent(readings::add);
        return readings;
    }

    /** The shift that makes the most of a few unknown long words known; 0 when none does. */
    private int shift(List<Word> words) {
        int[] found = new int[ALPHABET];
        int sample = 0;
        for (int i = 0; i < words.size() && sample < LARGEST_SAMPLE; i++) {
            String word = words.get(i).text();
            int uncovering = word.length() < SHORTEST_SAMPLE ? KNOWN : shifts.of(word);
            if (uncovering == KNOWN) {
                continue;
            }
            sample++;
            for (int shift = 1; shift < ALPHABET && uncovering != 0; shift++) {
                found[shift] += (uncovering >> shift) & 1;
            }
        }
        int best = 0;
        int most = 1;
        for (int shift = 1; shift < ALPHABET && sample > 1; shift++) {
            if (found[shift] > most) {
                most = found[shift];
                best = shift;
            }
        }
        return best;
    }

    private int shifts(String word) {
        if (known.test(word)) {
            return KNOWN;
        }
        int uncovering = 0;
        for (int shift = 1; shift < ALPHABET; shift++) {
            uncovering |= known.test(shifted(word, shift)) ? 1 << shift : 0;
        }
        return uncovering;
    }

    /** The known word that {@code word} becomes; the word itself when it is known, short, or becomes nothing known. */
    private String uncovered(String word, UnaryOperator<String> cipher) {
        if (word.length() < SHORTEST_WORD || known.test(word)) {
            return word;
        }
        String plain = cipher.apply(word);
        return known.test(plain) ? plain : word;
    }

    private static Optional<List<Word>> uncover(
            List<Word> words, UnaryOperator<String> meaning, UnaryOperator<String> cipher) {
        int changed = 0;
        for (Word word : words) {
            changed += meaning.apply(word.text()).equals(word.text()) ? 0 : 1;
        }
        if (changed < LEAST_UNCOVERED) {
            return Optional.empty();
        }
        return Optional.of(words.stream()
                .map(word -> {
                    boolean isShort = word.text().length() < SHORTEST_WORD;
                    String plain = isShort ? cipher.apply(word.text()) : meaning.apply(word.text());
                    return new Word(plain, word.start(), word.end(), word.sentence());
                })
                .toList());
    }

    /** The words in the opposite order, as one sentence that spans the whole, because its order is not the text's. */
    private static List<Word> backwards(List<Word> words) {
        int start = words.getFirst().start();
        int end = words.getLast().end();
        return words.reversed().stream()
                .map(word -> new Word(word.text(), start, end, 0))
                .toList();
    }

    private static String shifted(String word, int shift) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            boolean letter = character >= 'a' && character <= 'z';
            plain.append(letter ? (char) ('a' + (character - 'a' + shift) % ALPHABET) : character);
        }
        return plain.toString();
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    /** {@code ignoreway} and {@code ustay} back to {@code ignore} and {@code tus}: the ending goes, the onset returns. */
    private String fromPigLatin(String word) {
        if (!word.endsWith("ay") || word.length() <= SHORTEST_WORD) {
            return word;
        }
        String body = word.substring(0, word.length() - 2);
        String withoutGlide = body.substring(0, body.length() - 1);
        if ((body.endsWith("w") || body.endsWith("y")) && known.test(withoutGlide)) {
            return withoutGlide;
        }
        int end = body.length();
        for (int onset = 1; onset <= 3 && onset < end && VOWELS.indexOf(body.charAt(end - onset)) < 0; onset++) {
            String candidate = body.substring(end - onset) + body.substring(0, end - onset);
            if (known.test(candidate)) {
                return candidate;
            }
        }
        return word;
    }
}
