package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;
import java.util.Set;

/**
 * Numbers whose form says nothing and whose announcement says all: passports, driving licences, accounts, policies. It
 * is the first number behind the word, in the same sentence.
 */
final class AnnouncedNumbers {
    private static final int DISTANCE = 40;
    private static final int SCORE = 850;
    private static final int LONGEST = 22;
    private static final int NUMBER = 4;

    private static final List<Form> FORMS = List.of(
            new Form(PiiType.PASSPORT, 6, 9, 5),
            new Form(PiiType.US_DRIVING_LICENCE, 6, 16, 5),
            new Form(PiiType.POLICY_NUMBER, 5, 16, 4),
            new Form(PiiType.ACCOUNT, 6, 18, 6));

    /** What makes a number an amount: it is read in the word behind it. */
    private static final Set<String> UNITS = Set.of(
            "eur", "euro", "euros", "usd", "gbp", "chf", "dollar", "dollars", "pound", "pounds", "points", "km",
            "miles", "punkte", "dollare", "rs", "inr", "percent", "prozent");

    /** So many letters and digits, of which so many are digits. */
    private record Form(PiiType type, int shortest, int longest, int digits) {}

    private final Surroundings surroundings;

    AnnouncedNumbers(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void find(PlainText text, List<Identified> found) {
        int lastNumber = Integer.MIN_VALUE;
        int at = 0;
        while (at < text.length()) {
            if (!text.beginsWord(at)) {
                at++;
                continue;
            }
            int end = end(text, at);
            int digits = digits(text, at, end);
            if (digits >= NUMBER) {
                judge(text, at, end, lastNumber, found);
                lastNumber = end;
            }
            at = end;
        }
    }

    private void judge(PlainText text, int start, int end, int lastNumber, List<Identified> found) {
        if (isAmountOrYears(text, start, end)) {
            return;
        }
        int characters = 0;
        for (int i = start; i < end; i++) {
            characters += text.isWord(i) ? 1 : 0;
        }
        for (Form form : FORMS) {
            int word = surroundings
                    .announcements()
                    .nearestBefore(start, DISTANCE, form.type().wireName());
            boolean first = word != Announcements.NONE && word >= lastNumber && !endsSentence(text, word, start);
            if (first
                    && characters >= form.shortest()
                    && characters <= form.longest()
                    && digits(text, start, end) >= form.digits()
                    && surroundings.isAnnounced(form.type(), start)) {
                found.add(new Identified(form.type(), start, end, SCORE));
                return;
            }
        }
    }

    /** Behind the letters, digits and hyphens from {@code start}, and the groups of digits that follow a number. */
    private static int end(PlainText text, int start) {
        int end = chunkEnd(text, start);
        while (text.isDigit(end - 1) && end - start < LONGEST && text.at(end) == ' ' && text.isDigit(end + 1)) {
            int next = chunkEnd(text, end + 1);
            if (digits(text, end + 1, next) < next - end - 1 || text.at(next) == '/' || text.at(next) == '.') {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int chunkEnd(PlainText text, int start) {
        int end = start;
        while (text.isWord(end) || (text.at(end) == '-' && text.isWord(end + 1))) {
            end++;
        }
        return end;
    }

    private static int digits(PlainText text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += text.isDigit(i) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isAmountOrYears(PlainText text, int start, int end) {
        char before = text.at(start - 1) == ' ' ? text.at(start - 2) : text.at(start - 1);
        int next = text.at(end) == ' ' ? end + 1 : end;
        String unit = text.foldedSubstring(next, text.wordEnd(next));
        boolean decimal = (text.at(end) == ',' || text.at(end) == '.') && text.isDigit(end + 1);
        boolean grouped = (text.at(start - 1) == ',' || text.at(start - 1) == '.') && text.isDigit(start - 2);
        boolean years = text.at(start + 4) == '-' && (text.hasWord(start, "19") || text.hasWord(start, "20"));
        return "€$£".indexOf(before) >= 0
                || "€$£%".indexOf(text.at(next)) >= 0
                || UNITS.contains(unit)
                || decimal
                || grouped
                || years;
    }

    /** A full stop behind a word of more than three letters, which is no abbreviation, and a space. */
    private static boolean endsSentence(PlainText text, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            boolean full = text.at(i) == '.' && text.at(i + 1) == ' ';
            if (full && text.isWord(i - 1) && text.isWord(i - 2) && text.isWord(i - 3) && text.isWord(i - 4)) {
                return true;
            }
        }
        return false;
    }
}
