package dev.surety.guardrail.evaluation.check.defamation;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/**
 * A name as it stands in a text.
 *
 * @param key the word that identifies its bearer best, in its plain form: the last that is not a legal form
 */
record Name(String key, int start, int end, int sentence) {
    static Name of(List<Word> words, String key) {
        return new Name(
                key,
                words.getFirst().start(),
                words.getLast().end(),
                words.getFirst().sentence());
    }
}
