package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/**
 * IP addresses: four decimal octets (RFC 791), or groups of hexadecimal digits with colons (RFC 4291, without the mixed
 * form). Times and version numbers with a {@code v} are not addresses; 0.0.0.0 and 127.0.0.1 are nobody's.
 */
final class IpAddresses {
    private static final int SCORE = 900;
    private static final int LONGEST = 45;

    private IpAddresses() {}

    static void find(PlainText text, List<Identified> found) {
        int at = 0;
        while (at < text.length()) {
            if (!isAddressCharacter(text, at)) {
                at++;
                continue;
            }
            int end = at;
            while (isAddressCharacter(text, end)) {
                end++;
            }
            int stop = text.at(end - 1) == '.' || (text.at(end - 1) == ':' && text.at(end - 2) != ':') ? end - 1 : end;
            boolean alone = !text.isWord(at - 1) && !text.isWord(stop) && !versioned(text, at);
            if (alone && stop - at <= LONGEST && isAddress(text.substring(at, stop))) {
                found.add(new Identified(PiiType.IP, at, stop, SCORE));
            }
            at = end;
        }
    }

    private static boolean isAddressCharacter(PlainText text, int at) {
        char character = text.at(at);
        return character == '.' || character == ':' || (character < 0x80 && Character.digit(character, 16) >= 0);
    }

    private static boolean versioned(PlainText text, int at) {
        return text.hasBefore(at, 10, List.of("version", "firmware", "release", "v.", "build"));
    }

    private static boolean isAddress(String text) {
        return text.indexOf(':') < 0 ? isFour(text) : isSix(text);
    }

    private static boolean isFour(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4 || text.equals("0.0.0.0") || text.equals("127.0.0.1")) {
            return false;
        }
        for (String octet : octets) {
            boolean number =
                    !octet.isEmpty() && octet.length() <= 3 && octet.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number || Integer.parseInt(octet) > 255 || (octet.length() > 1 && octet.charAt(0) == '0')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSix(String text) {
        if (text.indexOf('.') >= 0) {
            return false;
        }
        int gap = text.indexOf("::");
        boolean compressed = gap >= 0;
        if (compressed && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String group : text.split(":", -1)) {
            if (group.length() > 4) {
                return false;
            }
            groups += group.isEmpty() ? 0 : 1;
        }
        boolean edges = compressed || (!text.startsWith(":") && !text.endsWith(":"));
        return edges && (compressed ? groups >= 2 && groups <= 7 : groups == 8);
    }
}
