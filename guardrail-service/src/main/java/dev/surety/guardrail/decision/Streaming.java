package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.StreamMode;
import org.jspecify.annotations.Nullable;

/**
 * How an answer was delivered that went out while it was still being written.
 *
 * @param releasedUpTo how many characters of the bot's text had been released before the decision, masked or not
 * @param firstReleaseMicros how long after the beginning of the stream the first text went out; null when none did
 *     before the decision
 * @param complete false when the stream broke off: then nothing but what had been released was delivered
 * @param retracted whether released text had to be taken back
 */
public record Streaming(
        StreamMode mode, int releasedUpTo, @Nullable Long firstReleaseMicros, boolean complete, boolean retracted) {
    public Streaming {
        requireNonNull(mode, "mode");
        if (releasedUpTo < 0) {
            throw new IllegalArgumentException("releasedUpTo is " + releasedUpTo + ": zero or more expected");
        }
    }

    /** The same, with released text taken back. */
    public Streaming withRetraction() {
        return new Streaming(mode, releasedUpTo, firstReleaseMicros, complete, true);
    }
}
