package dev.surety.guardrail.evaluation.check.leak;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds keys, tokens, private keys, passwords and internal hosts by their known forms ({@code leak/forms.txt}). A form
 * alone is not enough where words have it too: what follows has to look random. Order numbers, UUIDs and checksums have
 * no such form and pass, as do placeholders. Each character is looked at a bounded number of times.
 */
public final class Credentials {
    private static final int KEY_SCORE = 950;
    private static final int PASSWORD_SCORE = 800;
    private static final int HOST_SCORE = 700;
    private static final int LONGEST_TOKEN = 2_048;
    private static final int LEAST_DIFFERENT = 8;
    private static final int SHORTEST_PASSWORD = 6;
    private static final String PRIVATE_KEY = "-----BEGIN ";

    private final List<Prefix> prefixes = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> hostEndings = new ArrayList<>();
    private final Set<String> placeholders;

    /** Loads the forms. */
    public Credentials() {
        List<String> placeholderWords = new ArrayList<>();
        for (DataLine line : DataLines.of("leak/forms.txt")) {
            String[] parts = line.text().split(" ", 3);
            switch (parts[0]) {
                case "prefix" -> prefixes.add(new Prefix(parts[1], Integer.parseInt(parts[2])));
                case "label" -> labels.add(line.text().substring("label ".length()));
                case "host" -> hostEndings.add(dotted(parts[1], line));
                case "placeholder" -> placeholderWords.add(parts[1]);
                default -> throw new IllegalArgumentException(line.place() + ": unknown form " + parts[0]);
            }
        }
        placeholders = Set.copyOf(placeholderWords);
    }

    /** Only what has a dot, or an address, is looked at as a host. */
    private static String dotted(String ending, DataLine line) {
        if (!ending.startsWith(".")) {
            throw new IllegalArgumentException(line.place() + ": the end of a host begins with a dot");
        }
        return ending;
    }

    /** A key begins with this text and has at least so many characters behind it. */
    private record Prefix(String text, int least) {}

    /** What {@code answer} gives away. */
    public List<Leaked> find(String answer) {
        List<Leaked> leaked = new ArrayList<>();
        int at = 0;
        while (at < answer.length()) {
            int end = at;
            while (end < answer.length() && end - at < LONGEST_TOKEN && isTokenCharacter(answer.charAt(end))) {
                end++;
            }
            if (end > at) {
                examine(answer, at, trimmed(answer, at, end), leaked);
            }
            at = end + 1;
        }
        for (int key = answer.indexOf(PRIVATE_KEY); key >= 0; key = answer.indexOf(PRIVATE_KEY, key + 1)) {
            int close = answer.indexOf("-----", key + PRIVATE_KEY.length());
            if (close > 0 && close - key < 64 && answer.substring(key, close).contains("PRIVATE KEY")) {
                leaked.add(new Leaked("key", key, close + 5, KEY_SCORE));
            }
        }
        return leaked;
    }

    private void examine(String answer, int start, int end, List<Leaked> leaked) {
        String token = answer.substring(start, end);
        if (isPlaceholder(token)) {
            return;
        }
        int password = passwordInAddress(token);
        if (isKey(token) || isWebToken(token)) {
            leaked.add(new Leaked("key", start, end, KEY_SCORE));
        } else if (password > 0) {
            leaked.add(new Leaked("credential", start, end, KEY_SCORE));
        } else if (isInternalHost(token)) {
            leaked.add(new Leaked("host", start, end, HOST_SCORE));
        } else if (looksLikePassword(value(token)) && isLabelled(answer, start, token)) {
            leaked.add(new Leaked("credential", end - value(token).length(), end, PASSWORD_SCORE));
        }
    }

    private boolean isKey(String token) {
        for (Prefix prefix : prefixes) {
            if (token.length() >= prefix.text().length() + prefix.least() && hasForm(token, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasForm(String token, Prefix prefix) {
        int at = token.indexOf(prefix.text());
        boolean begins = at == 0 || (at > 0 && !Character.isLetterOrDigit(token.charAt(at - 1)));
        return begins
                && token.length() - at - prefix.text().length() >= prefix.least()
                && looksRandom(token.substring(at + prefix.text().length()));
    }

    /** Three parts of base64url, the first of which is JSON (RFC 7519). */
    private static boolean isWebToken(String token) {
        int first = token.indexOf("eyJ");
        return first >= 0
                && token.indexOf(".eyJ", first) > 0
                && token.length() - first > 60
                && token.indexOf('.', token.indexOf(".eyJ", first) + 1) > 0;
    }

    /** Where the password of {@code scheme://user:password@host} begins (RFC 3986, 3.2.1); 0 when there is none. */
    private int passwordInAddress(String token) {
        int scheme = token.indexOf("://");
        int host = scheme < 0 ? -1 : token.indexOf('@', scheme + 3);
        int colon = host < 0 ? -1 : token.indexOf(':', scheme + 3);
        boolean stated = colon > 0
                && colon < host - 1
                && token.substring(scheme + 3, host).indexOf('/') < 0;
        return stated && !isPlaceholder(token.substring(colon + 1, host)) ? colon + 1 : 0;
    }

    private boolean isInternalHost(String token) {
        if (token.indexOf('.') < 0 && token.indexOf("://") < 0) {
            return false;
        }
        String lower = token.toLowerCase(Locale.ROOT);
        int scheme = lower.indexOf("://");
        String rest = scheme < 0 ? lower : lower.substring(scheme + 3);
        String host = Arrays.stream(rest.split("[/:?#]", 2)).findFirst().orElse("");
        if (scheme >= 0 && (host.startsWith("10.") || host.equals("localhost")) && rest.length() > host.length()) {
            return true;
        }
        return host.indexOf('@') < 0
                && hostEndings.stream().anyMatch(end -> host.length() > end.length() && host.endsWith(end));
    }

    /** Whether a word that announces a password stands right before, with {@code :}, {@code =} or a verb between. */
    private boolean isLabelled(String answer, int start, String token) {
        int equals = token.indexOf('=');
        String before = answer.substring(Math.max(0, start - 40), start).toLowerCase(Locale.ROOT)
                + (equals > 0 ? token.substring(0, equals + 1).toLowerCase(Locale.ROOT) : "");
        int last = before.length();
        while (last > 0 && "\"'`* \n".indexOf(before.charAt(last - 1)) >= 0) {
            last--;
        }
        String bare = before.substring(0, last);
        return labels.stream().anyMatch(bare::endsWith);
    }

    private static String value(String token) {
        return token.substring(token.indexOf('=') + 1);
    }

    private static boolean looksLikePassword(String value) {
        return value.length() >= SHORTEST_PASSWORD
                && value.chars().anyMatch(Character::isLetter)
                && value.chars().anyMatch(Character::isDigit);
    }

    private static boolean looksRandom(String text) {
        Set<Integer> different = text.chars().boxed().collect(Collectors.toSet());
        return different.size() >= LEAST_DIFFERENT && text.chars().anyMatch(Character::isDigit);
    }

    private boolean isPlaceholder(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        for (String placeholder : placeholders) {
            if (lower.contains(placeholder)) {
                return true;
            }
        }
        return false;
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && ".,:;".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private static boolean isTokenCharacter(char character) {
        return Character.isLetterOrDigit(character) || "-_./+=:@%!$&~#?".indexOf(character) >= 0;
    }
}
