package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/**
 * Card, tax, health and identity numbers that consist of digits alone. Where a check digit leaves room for chance (one
 * in ten or eleven), the number also has to be announced by a word before it.
 */
final class NumberedIdentities {
    private static final int CERTAIN = 980;
    private static final int ANNOUNCED = 900;
    private static final int BY_FORM = 800;
    private static final int DISTANCE = 40;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    private final ContextWords context;

    NumberedIdentities(ContextWords context) {
        this.context = context;
    }

    void find(PlainText text, NumberRun run, List<Identified> found) {
        for (int first = 0; first < run.groups().size(); first++) {
            int length = 0;
            for (int last = first; last < run.groups().size() && length <= LONGEST_CARD; last++) {
                length += run.groups().get(last).digits().length();
                if (length >= 8 && length <= LONGEST_CARD) {
                    judge(text, run.part(first, last + 1), found);
                }
            }
        }
    }

    private void judge(PlainText text, NumberRun part, List<Identified> found) {
        String digits = part.digits();
        if (digits.length() >= SHORTEST_CARD && isCard(part, digits)) {
            add(found, PiiType.CARD, part, CERTAIN);
        }
        switch (digits.length()) {
            case 8 -> judgeBsn(text, part, digits, found);
            case 9 -> {
                judgeBsn(text, part, digits, found);
                judgeSsn(text, part, digits, found);
            }
            case 10 -> judgeNhs(text, part, digits, found);
            case 11 -> {
                if (part.separatedBy(" ") && CheckDigits.germanTaxId(digits)) {
                    add(found, PiiType.DE_TAX_ID, part, CERTAIN);
                }
            }
            case 15 -> {
                if (part.separatedBy(" ") && CheckDigits.frenchNir(digits)) {
                    add(found, PiiType.FR_NIR, part, CERTAIN);
                }
            }
            default -> {}
        }
    }

    private static boolean isCard(NumberRun part, String digits) {
        boolean grouped = part.groups().size() == 1
                || part.groups().stream()
                        .limit(part.groups().size() - 1L)
                        .allMatch(group -> group.digits().length() >= 4);
        return grouped && part.separatedBy(" -.") && CardBrands.issue(digits) && CheckDigits.luhn(digits);
    }

    private void judgeBsn(PlainText text, NumberRun part, String digits, List<Identified> found) {
        if (part.separatedBy(". ") && CheckDigits.bsn(digits) && announced(text, part, "nl-bsn")) {
            add(found, PiiType.NL_BSN, part, ANNOUNCED);
        }
    }

    private void judgeNhs(PlainText text, NumberRun part, String digits, List<Identified> found) {
        boolean form = part.groups().size() == 1 || part.hasLengths(3, 3, 4);
        if (form && part.separatedBy(" -") && CheckDigits.nhs(digits) && announced(text, part, "uk-nhs")) {
            add(found, PiiType.UK_NHS, part, ANNOUNCED);
        }
    }

    /** The Social Security Administration never issues area 000, 666 or 9xx, group 00 or serial 0000. */
    private void judgeSsn(PlainText text, NumberRun part, String digits, List<Identified> found) {
        boolean issued = !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("9")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
        if (!issued) {
            return;
        }
        if (announced(text, part, "us-ssn") && (part.groups().size() == 1 || part.hasLengths(3, 2, 4))) {
            add(found, PiiType.US_SSN, part, ANNOUNCED);
        } else if (part.hasLengths(3, 2, 4) && part.separatedBy("-")) {
            add(found, PiiType.US_SSN, part, BY_FORM);
        }
    }

    private boolean announced(PlainText text, NumberRun part, String what) {
        return text.hasBefore(part.start(), DISTANCE, context.of(what));
    }

    private static void add(List<Identified> found, PiiType type, NumberRun part, int score) {
        found.add(new Identified(type, part.start(), part.end(), score));
    }
}
