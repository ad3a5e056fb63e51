package dev.surety.bias.analysis;

import org.jspecify.annotations.Nullable;

/** What happened to one member of a block. No answer is an outcome too: it counts as unfavourable, never as nothing. */
public enum Outcome {
    FAVOURABLE,
    UNFAVOURABLE,
    MISSING;

    /** The outcome of an answer; null stands for no answer. */
    public static Outcome of(@Nullable Boolean favourable) {
        if (favourable == null) {
            return MISSING;
        }
        return favourable ? FAVOURABLE : UNFAVOURABLE;
    }
}
