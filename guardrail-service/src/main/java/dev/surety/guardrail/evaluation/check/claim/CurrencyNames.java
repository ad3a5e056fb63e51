package dev.surety.guardrail.evaluation.check.claim;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How currencies are written, and the ISO 4217 code that is meant. */
final class CurrencyNames {
    /** Of an amount whose currency is not said: it is compared with any. */
    static final String ANY = "*";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("pfund", "GBP"),
            Map.entry("chf", "CHF"),
            Map.entry("franken", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("pln", "PLN"),
            Map.entry("sek", "SEK"),
            Map.entry("dkk", "DKK"),
            Map.entry("nok", "NOK"),
            Map.entry("czk", "CZK"));

    private CurrencyNames() {}

    /** The code that {@code symbolOrWord}, in its plain form, stands for; null when it is no currency. */
    static @Nullable String code(String symbolOrWord) {
        return NAMES.get(symbolOrWord);
    }

    /** Whether {@code written} is a three-letter code, which may stand right before digits. */
    static boolean isCode(String written) {
        return written.length() == 3 && NAMES.containsKey(written.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code word} is a hundredth of a currency. */
    static boolean isHundredth(String word) {
        return switch (word) {
            case "cent", "cents", "ct", "pence", "centime", "centimes", "rappen" -> true;
            default -> false;
        };
    }
}
