package dev.surety.escalation.transcript;

import java.util.Locale;

/** Who an entry of the transcript comes from. */
public enum Speaker {
    /** The customer wrote it. */
    CUSTOMER,
    /** The bot said it, and the customer saw it. */
    BOT,
    /** The bot wanted to say it, and the customer did not see it. */
    WITHHELD,
    /** A human agent said it. */
    HUMAN;

    /** The name in the interface and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The speaker with that code. */
    public static Speaker of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
