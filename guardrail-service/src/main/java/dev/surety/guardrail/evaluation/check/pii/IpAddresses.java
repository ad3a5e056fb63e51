package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/**
 * IP addresses: four decimal octets (RFC 791), or groups of hexadecimal digits with colons (RFC 4291), and hardware
 * addresses (IEEE 802, six pairs). Times and version numbers are not addresses; 0.0.0.0 and 127.0.0.1 are nobody's.
 */
final class IpAddresses {
    private static final int SCORE = 900;
    private static final int LONGEST = 45;
    private static final int VERSION = 12;

    private IpAddresses() {}

    static void find(PlainText text, Announcements announcements, List<Identified> found) {
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
            judge(text, at, withoutPunctuation(text, at, end), announcements, found);
            at = end;
        }
        findHardware(text, found);
    }

    private static void judge(PlainText text, int start, int end, Announcements announcements, List<Identified> found) {
        boolean alone = end - start >= 3 && end - start <= LONGEST && !text.isWord(start - 1) && !text.isWord(end);
        if (!alone || announcements.before(start, VERSION, "version")) {
            return;
        }
        String written = text.substring(start, end);
        int dot = written.indexOf('.');
        int port = written.indexOf(':');
        if (dot >= 0 && port > dot) {
            // An address and a port.
            written = written.substring(0, port);
        }
        if (isAddress(written)) {
            found.add(new Identified(PiiType.IP, start, start + written.length(), SCORE));
        }
    }

    private static int withoutPunctuation(PlainText text, int start, int end) {
        int stop = end;
        while (stop > start && (text.at(stop - 1) == '.' || (text.at(stop - 1) == ':' && text.at(stop - 2) != ':'))) {
            stop--;
        }
        return stop;
    }

    private static boolean isAddressCharacter(PlainText text, int at) {
        char character = text.at(at);
        return character == '.' || character == ':' || (character < 0x80 && Character.digit(character, 16) >= 0);
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
        int lastColon = text.lastIndexOf(':');
        if (text.indexOf('.') >= 0) {
            // The last two groups may be written as an IPv4 address.
            return isFour(text.substring(lastColon + 1)) && isSix(text.substring(0, lastColon + 1) + "0:0");
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

    private static void findHardware(PlainText text, List<Identified> found) {
        for (int at = 0; at + 17 <= text.length(); at++) {
            if (text.beginsWord(at) && isHardware(text, at) && !text.isWord(at + 17)) {
                found.add(new Identified(PiiType.MAC, at, at + 17, SCORE));
            }
        }
    }

    private static boolean isHardware(PlainText text, int at) {
        char separator = text.at(at + 2);
        boolean letter = false;
        for (int i = 0; i < 17; i++) {
            char character = text.at(at + i);
            boolean fits =
                    i % 3 == 2 ? character == separator : character < 0x80 && Character.digit(character, 16) >= 0;
            if (!fits) {
                return false;
            }
            letter |= Character.isLetter(character);
        }
        // With hyphens and without a letter it may as well be any other number.
        return separator == ':' || (separator == '-' && letter);
    }
}
