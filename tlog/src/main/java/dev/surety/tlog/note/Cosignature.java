package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import java.util.Objects;

/**
 * What a witness stated about a checkpoint, verified: at {@code timestamp}, in seconds since 1970, this was the largest
 * consistent tree that it had seen of the log (C2SP tlog-cosignature, "Ed25519 signed message"). Made by {@link
 * SignedNote#cosignatures}; a time in the future is the caller's to refuse, for only it has a clock.
 */
public record Cosignature(WitnessKey witness, long timestamp) {
    public Cosignature {
        Objects.requireNonNull(witness, "witness");
        requireTimestamp(timestamp);
    }

    /** The message that a witness signs: two lines that no other kind of signature starts with, then the text. */
    static String message(long timestamp, String text) {
        return "cosignature/v1\ntime " + requireTimestamp(timestamp) + "\n" + text;
    }

    private static long requireTimestamp(long timestamp) {
        if (timestamp < 0) {
            throw new TlogFormatException("a cosignature's time is 0..2^63-1 seconds since 1970");
        }
        return timestamp;
    }
}
