package dev.surety.guardrail.evaluation.check.text;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found out about words, because the same few thousand make up nearly every text. It holds a bounded
 * number of words of bounded length, whoever writes, and only what depends on the word alone, so that a remembered
 * answer and a fresh one are the same. Safe for any number of threads.
 *
 * @param <T> what is known of a word; never changes
 */
public final class WordMemory<T> {
    private static final int MOST_REMEMBERED = 16_384;

    private final Map<String, T> remembered = new ConcurrentHashMap<>();
    private final Function<String, T> learn;

    /** A memory of what {@code learn} finds out. */
    public WordMemory(Function<String, T> learn) {
        this.learn = requireNonNull(learn, "learn");
    }

    /** What is known of {@code word}. */
    public T of(String word) {
        T known = remembered.get(word);
        if (known != null) {
            return known;
        }
        T learned = learn.apply(word);
        if (word.length() <= Words.LONGEST && remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, learned);
        }
        return learned;
    }
}
