package dev.surety.guardrail.evaluation.check.pii;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers. A run of digits is only looked at closer when its length fits; then libphonenumber says whether
 * such a number exists in one of the regions. International numbers stand for themselves; national ones need the form
 * of a telephone number or a word that announces them, and none that announces something else, such as an order.
 */
final class PhoneNumbers {
    /** Where national numbers come from that are announced as such but are none of the customer's own region. */
    private static final List<String> ELSEWHERE = List.of("US", "GB");
    /** Where numbers with the leading zero of a trunk call come from. */
    private static final List<String> TRUNK = List.of("DE", "FR", "GB", "AT", "CH", "NL", "BE", "IT");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHORTEST = 6;
    private static final int SHORTEST_UNANNOUNCED = 8;
    private static final int LONGEST = 15;
    private static final int BEFORE = 45;
    private static final int NEAR = 18;
    private static final int BEHIND = 14;
    private static final int INTERNATIONAL = 950;
    private static final int ANNOUNCED = 850;
    private static final int BY_FORM = 750;
    private static final int EXTENSION = 7;

    private final PlainText text;
    private final Announcements announcements;
    private final List<String> regions;

    PhoneNumbers(PlainText text, Surroundings surroundings) {
        this.text = text;
        this.announcements = surroundings.announcements();
        this.regions = surroundings.regions().isEmpty() ? ELSEWHERE : surroundings.regions();
    }

    /** Looks for numbers in {@code line}, a run within one line. */
    void find(NumberRun line, List<Identified> found) {
        if (looksOtherwise(line)) {
            return;
        }
        int first = 0;
        // The longest leading part that is a number; then the search goes on behind it.
        while (first < line.groups().size()) {
            int last = line.groups().size();
            @Nullable Identified number = null;
            while (number == null && last > first) {
                number = judge(line, line.part(first, last));
                last--;
            }
            if (number != null) {
                found.add(number);
            }
            first = number == null ? first + 1 : last + 1;
        }
    }

    private @Nullable Identified judge(NumberRun whole, NumberRun run) {
        String digits = run.digits();
        if (digits.length() < SHORTEST || digits.length() > LONGEST || looksOtherwise(run)) {
            return null;
        }
        int phone = announcements.nearestBefore(run.start(), BEFORE, "phone");
        boolean otherwise = Math.max(
                        announcements.nearestBefore(run.start(), BEFORE, "reference"),
                        announcements.nearestBefore(run.start(), BEFORE, "not-phone"))
                > phone;
        boolean behind = announcements.behind(run.end(), BEHIND, "phone-behind");
        boolean announced = behind || (phone != Announcements.NONE && !otherwise);
        boolean near = behind || run.start() - phone <= NEAR;
        int start = text.at(run.start() - 1) == '(' ? run.start() - 1 : run.start();
        boolean plus = text.at(start - 1) == '+';
        int from = plus ? start - 1 : start;
        if (plus || digits.startsWith("00")) {
            return isInternational(digits, plus, announced, otherwise) ? number(from, run, INTERNATIONAL) : null;
        }
        String written = text.substring(from, run.end());
        if (announced && (isWrittenAsNumber(run, digits, near) || isPossible(written))) {
            return number(from, run, ANNOUNCED);
        }
        return run.equals(whole) && !otherwise && hasForm(run, written, digits) ? number(from, run, BY_FORM) : null;
    }

    private static boolean isInternational(String digits, boolean plus, boolean announced, boolean otherwise) {
        String international = "+" + (digits.startsWith("00") ? digits.substring(2) : digits);
        return isValid(international, "ZZ")
                || ((announced || (plus && !otherwise)) && NUMBERS.isPossibleNumber(international, "ZZ"));
    }

    /** Right behind the word, whatever the country. */
    private static boolean isWrittenAsNumber(NumberRun run, String digits, boolean near) {
        return near && (digits.length() > SHORTEST || run.groups().size() > 1);
    }

    private boolean isPossible(String written) {
        return regions.stream().anyMatch(region -> NUMBERS.isPossibleNumber(written, region))
                || ELSEWHERE.stream().anyMatch(region -> NUMBERS.isPossibleNumber(written, region));
    }

    private boolean hasForm(NumberRun run, String written, String digits) {
        boolean american = run.hasLengths(3, 3, 4)
                && (text.at(run.start() - 1) == '(' || run.separatedBy("-") || run.separatedBy("."));
        if (american) {
            return true;
        }
        if (digits.length() < SHORTEST_UNANNOUNCED || (run.groups().size() == 1 && !digits.startsWith("0"))) {
            return false;
        }
        boolean trunk = digits.startsWith("0") && run.groups().size() > 1;
        return regions.stream().anyMatch(region -> isValid(written, region))
                || (trunk && TRUNK.stream().anyMatch(region -> isValid(written, region)));
    }

    /** Dates, amounts and network addresses have the digits of a telephone number, but not its look. */
    private boolean looksOtherwise(NumberRun run) {
        boolean date = (run.hasLengths(2, 2, 4)
                        || run.hasLengths(1, 2, 4)
                        || run.hasLengths(2, 1, 4)
                        || run.hasLengths(1, 1, 4)
                        || run.hasLengths(4, 2, 2)
                        || run.hasLengths(2, 2, 2))
                && run.separatedBy(".-/");
        boolean address = run.groups().size() == 4
                && run.separatedBy(".")
                && run.groups().stream().allMatch(group -> group.digits().length() <= 3);
        char before = text.at(run.start() - 1);
        char behind = text.at(run.end());
        boolean decimal = ((behind == ',' || behind == '.') && text.isDigit(run.end() + 1))
                || ((before == ',' || before == '.') && text.isDigit(run.start() - 2));
        boolean amount = "€$£#%".indexOf(before) >= 0 || "€$£%:".indexOf(behind) >= 0 || decimal;
        return date || address || amount;
    }

    private Identified number(int from, NumberRun run, int score) {
        int end = run.end();
        if (text.foldedAt(end) == 'x') {
            int digit = end + 1;
            while (text.isDigit(digit) && digit - end <= EXTENSION) {
                digit++;
            }
            end = digit;
        }
        return new Identified(PiiType.PHONE, from, end, score);
    }

    private static boolean isValid(String written, String region) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(written, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
