package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/**
 * A text, read word by word. The lists run alike: what stands at an index belongs to the word at that index.
 *
 * @param stems each word without its inflection
 * @param topics what each word is about; empty where it says nothing of its own
 * @param marks the marks that begin at each word
 * @param claims the values of the text, in order
 */
public record Reading(
        String text,
        List<Word> words,
        List<String> stems,
        List<List<String>> topics,
        List<List<Mark>> marks,
        List<Claim> claims) {

    /** What stands between the word at {@code index} and the one before; one character can be two words ("㎏"). */
    String gapBefore(int index) {
        int from = index == 0 ? 0 : words.get(index - 1).end();
        return text.substring(
                Math.min(from, words.get(index).start()), words.get(index).start());
    }

    /** Where the next word begins behind the one at {@code index}, or the text ends. */
    int gapEnd(int index) {
        return index + 1 < words.size() ? words.get(index + 1).start() : text.length();
    }

    /** What stands behind the word at {@code index}, up to the next. */
    String gapBehind(int index) {
        return text.substring(words.get(index).end(), Math.max(words.get(index).end(), gapEnd(index)));
    }
}
