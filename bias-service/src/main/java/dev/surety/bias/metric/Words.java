package dev.surety.bias.metric;

import java.util.Locale;

/** How numbers are written in reasons: the same everywhere, in English, whatever the machine's locale. */
final class Words {
    private Words() {}

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** A difference of rates in percentage points. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f points", 100 * difference);
    }

    static String points(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.0f %% interval %.1f to %.1f points",
                100 * interval.level(),
                100 * interval.lower(),
                100 * interval.upper());
    }

    static String ratio(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.0f %% interval %.3f to %.3f",
                100 * interval.level(),
                interval.lower(),
                interval.upper());
    }

    static String p(double value) {
        return value < 0.0001 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", value);
    }
}
