package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** Where a sealed payload belongs. It is authenticated with it, so a payload cannot be moved to another entry. */
public record Place(String origin, long index, KeyHolder holder) {
    public Place {
        requireNonNull(origin, "origin");
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ": zero or more was expected");
        }
        requireNonNull(holder, "holder");
    }

    /** The bytes that are authenticated along with a payload. */
    byte[] bytes() {
        return (origin + '\0' + index + '\0' + holder.label()).getBytes(UTF_8);
    }
}
