package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A thing and the one version of it that is meant, written {@code baseline@1}. */
public record Pin(String name, int version) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-zA-Z0-9-]{0,62}@[1-9][0-9]{0,5}");

    public Pin {
        requireNonNull(name, "name");
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + ": versions count from 1");
        }
    }

    /** Whether a text has the form {@code name@version}; the schemas ask for the same. */
    static boolean isPin(String written) {
        return FORM.matcher(written).matches();
    }

    /** Reads what the schema has found to be {@code name@version}. */
    static Pin of(String written) {
        int at = written.lastIndexOf('@');
        return new Pin(written.substring(0, at), Integer.parseInt(written.substring(at + 1)));
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
