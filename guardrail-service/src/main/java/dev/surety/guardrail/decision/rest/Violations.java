package dev.surety.guardrail.decision.rest;

import static java.util.Objects.requireNonNullElse;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of a request and collects what is wrong with them, each with its JSON pointer. */
final class Violations {
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** Beyond this many, the caller has another problem than a wrong value. */
    private static final int MOST = 20;

    /** The control characters that texts of several lines may have; short values have none. */
    private static final String LINES = "\n\r\t";

    private final GuardrailConfig.Limits limits;
    private final List<Problem.Violation> found = new ArrayList<>();

    Violations(GuardrailConfig.Limits limits) {
        this.limits = limits;
    }

    void report(String pointer, String detail) {
        if (found.size() < MOST) {
            found.add(new Problem.Violation(pointer, detail));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    ProblemException problem() {
        return Problems.invalidValues(found);
    }

    /** A short text that has to be there. */
    String value(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            report(pointer, "a non-empty text is required");
            return "";
        }
        return optionalValue(text, pointer).orElse("");
    }

    /** A short text that may be missing. */
    Optional<String> optionalValue(@Nullable String text, String pointer) {
        return text == null ? Optional.empty() : Optional.of(checked(text, pointer, limits.valueLength(), ""));
    }

    /** A text of customer, bot or passage, that has to be there and may be long. */
    String text(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            report(pointer, "a non-empty text is required");
            return "";
        }
        return checked(text, pointer, limits.textLength(), LINES);
    }

    /** A short text of a given form. */
    String ofForm(@Nullable String text, String pointer, Pattern form, String inWords) {
        if (text == null || !form.matcher(text).matches()) {
            report(pointer, inWords);
            return "";
        }
        return text;
    }

    /** The channel of a conversation. */
    String channel(@Nullable String text, String pointer) {
        return ofForm(
                text,
                pointer,
                CHANNEL,
                "a name of lower-case letters, digits and '-' is required, for example chat, email, voice, sms");
    }

    /** Whose law applies, which may be missing. */
    @Nullable
    String jurisdiction(@Nullable String text, String pointer) {
        return text == null
                ? null
                : ofForm(
                        text,
                        pointer,
                        JURISDICTION,
                        "a country (ISO 3166-1) was expected, for example DE, or a part of one, for example US-CA");
    }

    /** A language, perhaps with a region. */
    Locale locale(@Nullable String tag, String pointer) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(requireNonNullElse(tag, ""))
                    .build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException malformed) {
            // Said below, with what was expected.
        }
        report(pointer, "a language tag (BCP 47) is required, for example de-DE");
        return Locale.ROOT;
    }

    /** The entries of a list, which may be missing. */
    <T extends @Nullable Object> List<T> list(@Nullable List<T> list, String pointer, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            report(pointer, "at most " + most + " entries are allowed, " + list.size() + " were sent");
            return List.of();
        }
        return list;
    }

    private String checked(String text, String pointer, int longest, String controlsAllowed) {
        if (text.length() > longest) {
            report(pointer, "at most " + longest + " characters are allowed, " + text.length() + " were sent");
            return "";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && controlsAllowed.indexOf(c) < 0) {
                report(pointer, "character %d is the control character U+%04X: remove it".formatted(i, (int) c));
                return "";
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    report(
                            pointer,
                            "character %d is half of a surrogate pair (U+%04X): send whole characters"
                                    .formatted(i, (int) c));
                    return "";
                }
                i++;
            }
        }
        return text;
    }
}
