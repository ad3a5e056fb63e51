package dev.surety.escalation.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of cases that there are. */
public enum ListKind {
    /** Waiting for somebody. */
    QUEUED,
    /** Open and owned by the reader. */
    MINE,
    /** Not resolved. */
    OPEN,
    /** Done, latest first. */
    RESOLVED;

    /** The name in the interface. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list with that code; empty for any other text. */
    public static Optional<ListKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
