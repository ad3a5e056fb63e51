package dev.surety.audit.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says in the open about an event: codes and whole numbers that our own services made. A text that is
 * not a short code is left out, because nobody could vouch that it says nothing about a person; it stays in its
 * disclosure.
 */
public final class Facts {
    /** Events without any. */
    public static final Facts NONE = new Facts(Map.of());

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}");
    private static final int MOST_CODES = 32;
    /** The largest number that canonical JSON writes exactly (RFC 8785 section 3.2.2.3). */
    private static final long LARGEST = (1L << 53) - 1;

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Starts an empty collection. */
    public static Builder builder() {
        return new Builder();
    }

    /** Texts, longs, lists of texts, and maps of the same. */
    public Map<String, Object> values() {
        return values;
    }

    /** Collects facts. */
    public static final class Builder {
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder() {}

        public Builder code(String name, @Nullable String value) {
            if (value != null && CODE.matcher(value).matches()) {
                values.put(name, value);
            }
            return this;
        }

        /** Keeps the order, and the first {@value #MOST_CODES}; the disclosure has all of them. */
        public Builder codes(String name, List<String> codes) {
            List<String> kept = new ArrayList<>();
            for (String code : codes) {
                if (kept.size() < MOST_CODES && CODE.matcher(code).matches() && !kept.contains(code)) {
                    kept.add(code);
                }
            }
            if (!kept.isEmpty()) {
                values.put(name, List.copyOf(kept));
            }
            return this;
        }

        public Builder number(String name, long value) {
            if (Math.abs(value) <= LARGEST) {
                values.put(name, value);
            }
            return this;
        }

        public Builder nested(String name, Facts facts) {
            if (!facts.values().isEmpty()) {
                values.put(name, facts.values());
            }
            return this;
        }

        public Facts build() {
            return new Facts(new LinkedHashMap<>(values));
        }
    }
}
