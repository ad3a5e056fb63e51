package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.injection.Encodings.Decoded;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.WordMemory;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The ways to read a text that may hide instructions: as it stands, with spaced letters joined, digits read as the
 * letters they imitate and misspelled keywords mended, deciphered, and what its encoded parts decode to. Every reading keeps the way back to the original.
 */
public final class Readings {
    /** An encoding inside an encoding is followed that far. */
    private static final int DEEPEST = 2;
    /** A sentence of so few words is joined to the next, because full stops can be strewn anywhere. */
    private static final int SHORT_SENTENCE = 2;

    private final SpacedLetters spacedLetters;
    private final Ciphers ciphers;
    private final Misspellings misspellings = new Misspellings();
    private final Predicate<String> known;
    private final WordMemory<String> meanings = new WordMemory<>(this::meaning);

    /** Readings for rules that know these {@code words} in their plain form. */
    public Readings(Predicate<String> words) {
        known = words;
        spacedLetters = new SpacedLetters(words);
        ciphers = new Ciphers(words);
    }

    /** All readings of {@code text}; the first is the plain one. */
    public List<Reading> of(FoldedText folded) {
        String text = folded.original();
        List<Reading> readings = new ArrayList<>();
        List<Word> plain = Words.of(text);
        readings.add(new Reading(sentencesJoined(plain), false));
        addUncovered(plain, readings);
        for (List<Word> words : ciphers.read(plain)) {
            readings.add(new Reading(sentencesJoined(words), true));
        }
        for (Decoded decoded : Encodings.decode(text)) {
            addDecoded(decoded, decoded.start(), decoded.end(), DEEPEST, readings);
        }
        return List.copyOf(readings);
    }

    private void addUncovered(List<Word> plain, List<Reading> readings) {
        List<Word> joined = spacedLetters.join(plain);
        List<Word> uncovered = joined.stream().map(this::asMeant).toList();
        if (!uncovered.equals(plain)) {
            readings.add(new Reading(sentencesJoined(uncovered), true));
        }
    }

    private void addDecoded(Decoded decoded, int start, int end, int depth, List<Reading> readings) {
        List<Word> words = Words.of(decoded.text()).stream()
                .map(word -> new Word(word.text(), start, end, word.sentence()))
                .toList();
        readings.add(new Reading(sentencesJoined(words), true));
        if (depth > 1) {
            Encodings.decode(decoded.text()).forEach(inner -> addDecoded(inner, start, end, depth - 1, readings));
        }
    }

    private Word asMeant(Word word) {
        String meant = meanings.of(word.text());
        return meant.equals(word.text()) ? word : new Word(meant, word.start(), word.end(), word.sentence());
    }

    private String meaning(String word) {
        if (known.test(word)) {
            return word;
        }
        String letters = Lookalikes.lettersForDigits(word);
        String meant = known.test(letters) ? letters : misspellings.correct(letters);
        return known.test(meant) ? meant : word;
    }

    private static List<Word> sentencesJoined(List<Word> words) {
        List<Word> joined = new ArrayList<>(words.size());
        int sentence = 0;
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (i > 0 && words.get(i - 1).sentence() != word.sentence()) {
                sentence += length > SHORT_SENTENCE ? 1 : 0;
                length = 0;
            }
            length++;
            joined.add(new Word(word.text(), word.start(), word.end(), sentence));
        }
        return joined;
    }
}
