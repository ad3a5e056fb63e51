package dev.surety.guardrail.evaluation.check.pii;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    private static final int BEFORE = 45;
    private static final int BEHIND = 14;
    private static final int INTERNATIONAL = 950;
    private static final int ANNOUNCED = 850;
    private static final int BY_FORM = 750;
    private static final int EXTENSION = 7;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ContextWords context;

    PhoneNumbers(ContextWords context) {
        this.context = context;
    }

    void find(PlainText text, NumberRun run, List<String> regions, List<Identified> found) {
        if (looksOtherwise(text, run)) {
            return;
        }
        int first = 0;
        // The longest leading part that is a number; then the search goes on behind it.
        while (first < run.groups().size()) {
            int last = run.groups().size();
            @Nullable Identified number = null;
            while (number == null && last > first) {
                number = judge(text, run, run.part(first, last), regions);
                last--;
            }
            if (number != null) {
                found.add(number);
            }
            first = number == null ? first + 1 : last + 1;
        }
    }

    private @Nullable Identified judge(PlainText text, NumberRun whole, NumberRun run, List<String> regions) {
        String digits = run.digits();
        if (digits.length() < SHORTEST || digits.length() > LONGEST || looksOtherwise(text, run)) {
            return null;
        }
        int phone = text.nearestBefore(run.start(), BEFORE, context.of("phone"));
        // Of two announcements the nearer one counts.
        boolean otherwise = text.nearestBefore(run.start(), BEFORE, context.of("not-phone")) > phone;
        boolean announced = phone >= 0 || text.hasBehind(run.end(), BEHIND, context.of("phone-behind"));
        int start = text.at(run.start() - 1) == '(' ? run.start() - 1 : run.start();
        boolean plus = text.at(start - 1) == '+' || (start < run.start() && text.at(start - 1) == '+');
        int from = plus ? start - 1 : start;
        String written = text.substring(from, run.end());
        if (plus || digits.startsWith("00")) {
            String international = "+" + (digits.startsWith("00") ? digits.substring(2) : digits);
            boolean likely = isValid(international, "ZZ") || (announced && isPossible(international, ELSEWHERE));
            return likely ? number(text, from, run, INTERNATIONAL) : null;
        }
        if (announced && !otherwise && (isPossible(written, regions) || isPossible(written, ELSEWHERE))) {
            return number(text, from, run, ANNOUNCED);
        }
        boolean form = run.equals(whole) && (run.groups().size() > 1 || digits.startsWith("0"));
        List<String> near = regions.isEmpty() ? ELSEWHERE : regions;
        if (form && !otherwise && near.stream().anyMatch(region -> isValid(written, region))) {
            return number(text, from, run, BY_FORM);
        }
        return null;
    }

    /** Dates, amounts and network addresses have the digits of a telephone number, but not its look. */
    private static boolean looksOtherwise(PlainText text, NumberRun run) {
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

    private Identified number(PlainText text, int from, NumberRun run, int score) {
        int end = run.end();
        if (text.at(end) == 'x' || text.at(end) == 'X') {
            int digit = end + 1;
            while (text.isDigit(digit) && digit - end <= EXTENSION) {
                digit++;
            }
            end = digit;
        }
        return new Identified(PiiType.PHONE, from, end, score);
    }

    private boolean isValid(String written, String region) {
        try {
            PhoneNumber number = numbers.parse(written, region);
            return numbers.isValidNumber(number);
        } catch (NumberParseException e) {
            return false;
        }
    }

    private boolean isPossible(String written, List<String> regions) {
        return regions.stream().anyMatch(region -> numbers.isPossibleNumber(written, region));
    }
}
