package dev.surety.guardrail.evaluation.check.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets the checks that look at one exchange share what they read: each text is folded and cut into words once, however
 * many checks ask for its words. Outside of {@link #during}, and on other threads, every reading stands for itself; the
 * words are the same either way.
 */
public final class SharedReading {
    private static final ScopedValue<Map<String, List<Word>>> WORDS = ScopedValue.newInstance();

    private SharedReading() {}

    /** Runs {@code reading}, during which no text is cut twice on this thread. */
    public static <T> T during(Supplier<T> reading) {
        return ScopedValue.where(WORDS, new HashMap<>()).call(reading::get);
    }

    static List<Word> words(String text) {
        return WORDS.isBound() ? WORDS.get().computeIfAbsent(text, SharedReading::cut) : cut(text);
    }

    private static List<Word> cut(String text) {
        return Collections.unmodifiableList(Words.of(FoldedText.of(text)));
    }
}
