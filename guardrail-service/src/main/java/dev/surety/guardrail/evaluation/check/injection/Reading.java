package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/**
 * One way to read a text.
 *
 * @param words with offsets into the original text, whatever they were hidden in
 * @param disguised whether something had to be uncovered to read it so
 */
public record Reading(List<Word> words, boolean disguised) {
    public Reading {
        words = List.copyOf(words);
    }
}
