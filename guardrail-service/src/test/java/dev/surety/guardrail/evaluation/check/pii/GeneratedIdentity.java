package dev.surety.guardrail.evaluation.check.pii;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes numbers of each type with a right check digit, from a seed, by arithmetic of its own: it tries the possible
 * check characters and keeps the one that the formula of the authority asks for.
 */
record GeneratedIdentity(
        PiiType type,
        String announcement,
        Function<Random, String> body,
        UnaryOperator<String> complete,
        String separators,
        int group) {
    private static final List<GeneratedIdentity> ALL = List.of(
            new GeneratedIdentity(PiiType.CARD, "My card is ", r -> "4" + digits(r, 14), n -> n + luhn(n), " -", 4),
            new GeneratedIdentity(
                    PiiType.IBAN,
                    "Refund to ",
                    r -> "DE" + digits(r, 18),
                    n -> "DE" + ibanCheck(n) + n.substring(2),
                    " -",
                    4),
            new GeneratedIdentity(
                    PiiType.FR_NIR,
                    "Mon numéro : ",
                    r -> (1 + r.nextInt(2)) + digits(r, 2) + month(r) + "75" + digits(r, 6),
                    n -> n + two(97 - Long.parseLong(n) % 97),
                    " ",
                    3),
            new GeneratedIdentity(
                    PiiType.BE_NATIONAL_NUMBER,
                    "rijksregisternummer ",
                    r -> "8" + r.nextInt(10) + month(r) + day(r) + (100 + r.nextInt(800)),
                    n -> n + two(97 - Long.parseLong(n) % 97),
                    " .",
                    3),
            new GeneratedIdentity(
                    PiiType.DE_TAX_ID, "Steuer-ID ", GeneratedIdentity::taxBody, n -> n + iso7064(n), " ", 3),
            new GeneratedIdentity(
                    PiiType.PL_PESEL,
                    "PESEL ",
                    r -> "6" + r.nextInt(10) + month(r) + day(r) + digits(r, 4),
                    n -> n + (10 - weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10,
                    " ",
                    11),
            new GeneratedIdentity(
                    PiiType.SE_PERSONNUMMER,
                    "personnummer ",
                    r -> "8" + r.nextInt(10) + month(r) + day(r) + digits(r, 3),
                    n -> n + luhn(n),
                    "-",
                    6),
            new GeneratedIdentity(
                    PiiType.CH_AHV,
                    "AHV ",
                    r -> "756" + digits(r, 9),
                    n -> n + (10 - weighted(n, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10,
                    ".",
                    4),
            new GeneratedIdentity(
                    PiiType.ES_DNI,
                    "DNI ",
                    r -> digits(r, 8),
                    n -> n + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(n) % 23),
                    "-",
                    8),
            new GeneratedIdentity(
                    PiiType.FI_HETU,
                    "henkilötunnus ",
                    r -> day(r) + month(r) + "7" + r.nextInt(10) + "-" + (100 + r.nextInt(700)),
                    n -> n + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(n.replace("-", "")) % 31),
                    "",
                    11));

    /** A right number. */
    String valid(long seed) {
        return complete.apply(body.apply(new Random(seed)));
    }

    /** The same with another last character: the check digit, or in an IBAN a digit that it covers. */
    String wrong(long seed) {
        String valid = valid(seed);
        char last = valid.charAt(valid.length() - 1);
        char other = Character.isDigit(last)
                ? (char) ('0' + (last - '0' + 1 + Math.floorMod(seed, 9)) % 10)
                : last == 'A' ? 'B' : 'A';
        return valid.substring(0, valid.length() - 1) + other;
    }

    /** The number in one of the ways in which people write it. */
    String written(String number, long seed) {
        Random random = new Random(seed);
        String cased = random.nextBoolean() ? number : number.toLowerCase(Locale.ROOT);
        int way = random.nextInt(3);
        if (way == 0 || separators.isEmpty()) {
            return cased;
        }
        String separator = way == 1 ? separators.substring(0, 1) : separators.substring(separators.length() - 1);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < cased.length(); i++) {
            written.append(i > 0 && i % group == 0 ? separator : "").append(cased.charAt(i));
        }
        return written.toString();
    }

    /** The digits in full width, as an East Asian keyboard writes them. */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c >= '0' && c <= '9' ? (char) ('０' + c - '0') : (char) c));
        return wide.toString();
    }

    static List<GeneratedIdentity> all() {
        return ALL;
    }

    private static String taxBody(Random random) {
        StringBuilder body = new StringBuilder();
        List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
        Collections.shuffle(order, random);
        order.forEach(body::append);
        return body.append(body.charAt(random.nextInt(8))).toString();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String month(Random random) {
        return two(1 + random.nextInt(12));
    }

    private static String day(Random random) {
        return two(1 + random.nextInt(28));
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static int iso7064(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    private static String ibanCheck(String number) {
        String moved = number.substring(2) + "131400";
        return two(98
                - new java.math.BigInteger(moved)
                        .mod(java.math.BigInteger.valueOf(97))
                        .intValue());
    }
}
