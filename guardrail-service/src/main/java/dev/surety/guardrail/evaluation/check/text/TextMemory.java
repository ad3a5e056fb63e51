package dev.surety.guardrail.evaluation.check.text;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read out of the passages that recur, because a knowledge base answers many customers with the same
 * few articles. It is for passages alone, never for what a customer wrote; it holds a bounded number of characters, the
 * longest unused go first, and nothing of it is ever written down. What it holds depends on the text alone, so a
 * remembered reading and a fresh one are the same. Safe for any number of threads.
 *
 * @param <T> what is read out of a text; never changes
 */
public final class TextMemory<T> {
    /** A thousand passages of the usual length. */
    private static final int MOST_CHARACTERS = 512 * 1024;

    private static final int LONGEST = 16 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, T> recent = new LinkedHashMap<>(64, 0.75f, true);
    private final Function<String, T> read;
    private int characters;

    /** A memory of what {@code read} finds. */
    public TextMemory(Function<String, T> read) {
        this.read = requireNonNull(read, "read");
    }

    /** What stands in {@code text}. */
    public T of(String text) {
        T known = remembered(text);
        if (known != null) {
            return known;
        }
        T fresh = read.apply(text);
        if (text.length() <= LONGEST) {
            remember(text, fresh);
        }
        return fresh;
    }

    private @Nullable T remembered(String text) {
        lock.lock();
        try {
            return recent.get(text);
        } finally {
            lock.unlock();
        }
    }

    private void remember(String text, T fresh) {
        lock.lock();
        try {
            if (recent.put(text, fresh) == null) {
                characters += text.length();
            }
            Iterator<String> oldest = recent.keySet().iterator();
            while (characters > MOST_CHARACTERS) {
                characters -= oldest.next().length();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
