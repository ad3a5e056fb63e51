package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Card, tax, health and identity numbers that consist of digits alone. Where a check digit leaves room for chance (one
 * in ten or eleven), the number also has to be announced by a word before it, or belong to the conversation's region.
 */
final class NumberedIdentities {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    private static final Map<Integer, List<Format>> FORMATS = List.of(
                    new Format(PiiType.NL_BSN, 8, CheckDigits::bsn, Evidence.WORD),
                    new Format(PiiType.NL_BSN, 9, CheckDigits::bsn, Evidence.WORD),
                    new Format(PiiType.PT_NIF, 9, NationalDigits::portuguese, Evidence.WORD),
                    new Format(PiiType.US_SSN, 9, NationalDigits::ssn, Evidence.OWN_WORD),
                    new Format(PiiType.US_ITIN, 9, NationalDigits::itin, Evidence.OWN_WORD),
                    new Format(PiiType.UK_NHS, 10, CheckDigits::nhs, Evidence.WORD),
                    new Format(PiiType.UK_UTR, 10, NationalDigits::taxpayerReference, Evidence.WORD),
                    new Format(PiiType.AT_SVNR, 10, NationalDigits::austrian, Evidence.REGION_OR_WORD),
                    new Format(PiiType.SE_PERSONNUMMER, 10, NationalDigits::swedish, Evidence.REGION_OR_WORD),
                    new Format(PiiType.DK_CPR, 10, NationalDigits::danish, Evidence.REGION_OR_WORD),
                    new Format(PiiType.DE_TAX_ID, 11, CheckDigits::germanTaxId, Evidence.NO_REFERENCE),
                    new Format(PiiType.BE_NATIONAL_NUMBER, 11, NationalDigits::belgian, Evidence.NO_REFERENCE),
                    new Format(PiiType.PL_PESEL, 11, NationalDigits::polish, Evidence.REGION_OR_WORD),
                    new Format(PiiType.SE_PERSONNUMMER, 12, NationalDigits::swedish, Evidence.NO_REFERENCE),
                    new Format(PiiType.FR_TAX_NUMBER, 13, NationalDigits::frenchTax, Evidence.NO_REFERENCE),
                    new Format(PiiType.CH_AHV, 13, NationalDigits::swiss, Evidence.NOTHING),
                    new Format(PiiType.FR_NIR, 15, CheckDigits::frenchNir, Evidence.NOTHING))
            .stream()
            .collect(Collectors.groupingBy(Format::length));

    /** A number of so many digits, of which {@code valid} says whether it can have been given out. */
    private record Format(PiiType type, int length, Predicate<String> valid, Evidence evidence) {}

    private final Surroundings surroundings;

    NumberedIdentities(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void find(NumberRun run, List<Identified> found) {
        StringBuilder digits = new StringBuilder(LONGEST_CARD + 1);
        for (int first = 0; first < run.groups().size(); first++) {
            digits.setLength(0);
            for (int last = first; last < run.groups().size() && digits.length() <= LONGEST_CARD; last++) {
                digits.append(run.groups().get(last).digits());
                if (digits.length() >= SHORTEST && digits.length() <= LONGEST_CARD) {
                    judge(run, run.part(first, last + 1), digits.toString(), found);
                }
            }
        }
    }

    private void judge(NumberRun whole, NumberRun part, String digits, List<Identified> found) {
        if (digits.length() >= SHORTEST_CARD
                && part.separatedBy(" -./\n")
                && CardBrands.issue(digits)
                && CheckDigits.luhn(digits)
                && isWrittenAsCard(whole, part)) {
            add(found, PiiType.CARD, part, surroundings.score(PiiType.CARD, Evidence.NOTHING, part.start()));
        }
        List<Format> formats = FORMATS.get(digits.length());
        if (formats == null || !part.separatedBy(" -./\n")) {
            return;
        }
        for (Format format : formats) {
            if (format.valid().test(digits)) {
                add(
                        found,
                        format.type(),
                        part,
                        surroundings.score(format.type(), evidence(format, part), part.start()));
            }
        }
    }

    /** The usual way of writing some numbers is as good as a word. */
    private static Evidence evidence(Format format, NumberRun part) {
        boolean usual = switch (format.type()) {
            case US_SSN, US_ITIN -> part.hasLengths(3, 2, 4) && part.separatedBy("-");
            case SE_PERSONNUMMER, DK_CPR -> part.hasLengths(6, 4) && part.separatedBy("-");
            default -> false;
        };
        return usual ? Evidence.NO_REFERENCE : format.evidence();
    }

    /** In groups of four or in one piece; in any other way only when the word is said or nothing else stands there. */
    private boolean isWrittenAsCard(NumberRun whole, NumberRun part) {
        List<NumberRun.Group> groups = part.groups();
        boolean wide = groups.stream()
                .limit(Math.max(1, groups.size() - 1L))
                .allMatch(group -> group.digits().length() >= 4);
        boolean even = whole.equals(part)
                && groups.stream()
                                .map(group -> group.digits().length())
                                .distinct()
                                .count()
                        == 1;
        return wide || even || surroundings.isAnnounced(PiiType.CARD, part.start());
    }

    private static void add(List<Identified> found, PiiType type, NumberRun part, int score) {
        if (score > 0) {
            found.add(new Identified(type, part.start(), part.end(), score));
        }
    }
}
