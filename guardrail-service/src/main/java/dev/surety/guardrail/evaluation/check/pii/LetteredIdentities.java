package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * Identity and account numbers that mix letters and digits. Those without a check digit, or with one that leaves much
 * to chance, need their usual spacing or a word that announces them.
 */
final class LetteredIdentities {
    private static final String OMOCODIA = "LMNPQRSTUV";

    private static final List<Format> FORMATS = List.of(
            new Format(
                    PiiType.IT_CODICE_FISCALE,
                    "LLLLLLOOMOOLOOOL",
                    LetteredIdentities::isItalian,
                    Evidence.NOTHING,
                    " "),
            new Format(PiiType.FR_NIR, "DDDDDDCDDDDDDDD", LetteredIdentities::isCorsican, Evidence.NOTHING, " .-"),
            new Format(
                    PiiType.DE_PENSION_NUMBER,
                    "DDDDDDDDLDDD",
                    NationalDigits::germanPension,
                    Evidence.NO_REFERENCE,
                    " -/."),
            new Format(PiiType.DE_HEALTH_NUMBER, "LDDDDDDDDD", NationalDigits::germanHealth, Evidence.WORD, " "),
            new Format(PiiType.DE_ID_CARD, "LAAAAAAAAD", NationalDigits::travelDocument, Evidence.WORD, " "),
            new Format(PiiType.IE_PPSN, "DDDDDDDLL", NationalDigits::irish, Evidence.REGION_OR_WORD, " -"),
            new Format(PiiType.IE_PPSN, "DDDDDDDL", NationalDigits::irish, Evidence.REGION_OR_WORD, " -"),
            new Format(PiiType.UK_NINO, "LLDDDDDDS", LetteredIdentities::isGivenNino, Evidence.WORD, " -."),
            new Format(PiiType.ES_DNI, "DDDDDDDDL", LetteredIdentities::isSpanish, Evidence.NO_REFERENCE, "-."),
            new Format(PiiType.ES_DNI, "XDDDDDDDL", LetteredIdentities::isSpanish, Evidence.NO_REFERENCE, "-. "));

    private final Surroundings surroundings;

    /** A number of that form, of which {@code valid} says whether it can have been given out. */
    private record Format(PiiType type, String form, Predicate<String> valid, Evidence evidence, String separators) {}

    LetteredIdentities(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void find(PlainText text, List<Identified> found) {
        for (int at = 0; at < text.length(); at++) {
            if (text.beginsWord(at) && at(text, at) != 0) {
                findIban(text, at, found);
                findFinnish(text, at, found);
                for (Format format : FORMATS) {
                    find(text, at, format, found);
                }
            }
        }
    }

    private void find(PlainText text, int at, Format format, List<Identified> found) {
        if (!fits(at(text, at), format.form().charAt(0))) {
            return;
        }
        Gathered gathered = gather(text, at, format.form(), format.separators());
        if (gathered == null || !format.valid().test(gathered.characters())) {
            return;
        }
        boolean spaced = format.type() == PiiType.UK_NINO && gathered.end() - at == 13;
        int score = surroundings.score(format.type(), spaced ? Evidence.NO_REFERENCE : format.evidence(), at);
        if (score > 0) {
            found.add(new Identified(format.type(), at, gathered.end(), score));
        }
    }

    /** ISO 13616, in any spacing. */
    private void findIban(PlainText text, int at, List<Identified> found) {
        int digit = at + 2;
        String separators = surroundings.acrossLines() ? " -.\n" : " -.";
        while (digit < at + 5 && separators.indexOf(text.at(digit)) >= 0) {
            digit++;
        }
        if (!text.isAsciiLetter(at) || !text.isAsciiLetter(at + 1) || !text.isDigit(digit)) {
            return;
        }
        CountryCode country = CountryCode.getByCode(text.substring(at, at + 2).toUpperCase(Locale.ROOT));
        if (country == null || !IbanUtil.isSupportedCountry(country)) {
            return;
        }
        Gathered gathered = gather(text, at, "A".repeat(IbanUtil.getIbanLength(country)), separators);
        if (gathered != null && IbanUtil.isValid(gathered.characters())) {
            found.add(new Identified(PiiType.IBAN, at, gathered.end(), 980));
        }
    }

    /** Six digits, the sign of the century, three digits and a character. */
    private void findFinnish(PlainText text, int at, List<Identified> found) {
        if (!text.isDigit(at) || text.isWord(at + 11)) {
            return;
        }
        String code = text.substring(at, at + 11).toUpperCase(Locale.ROOT);
        if (code.length() < 11 || "-+ABCDEFYXWVU".indexOf(code.charAt(6)) < 0) {
            return;
        }
        String number = code.substring(0, 6) + code.substring(7);
        if (hasForm(number, "DDDDDDDDDA") && NationalDigits.finnish(number)) {
            int score = surroundings.score(PiiType.FI_HETU, Evidence.NO_REFERENCE, at);
            if (score > 0) {
                found.add(new Identified(PiiType.FI_HETU, at, at + 11, score));
            }
        }
    }

    private static boolean isSpanish(String number) {
        int prefix = "XYZ".indexOf(number.charAt(0));
        String digits = (prefix < 0 ? "" : String.valueOf(prefix)) + number.substring(prefix < 0 ? 0 : 1, 8);
        return CheckDigits.spanish(Integer.parseInt(digits), number.charAt(8));
    }

    /** At least one digit is left of those that letters may replace; else sixteen letters of a sentence might pass. */
    private static boolean isItalian(String number) {
        return number.chars().anyMatch(Character::isDigit) && CheckDigits.codiceFiscale(number);
    }

    /** Departments 2A and 2B count as 19 and 18. */
    private static boolean isCorsican(String number) {
        return number.charAt(5) == '2'
                && CheckDigits.frenchNir(
                        number.substring(0, 5) + (number.charAt(6) == 'A' ? "19" : "18") + number.substring(7));
    }

    private static boolean isGivenNino(String number) {
        String prefix = number.substring(0, 2);
        return "DFIQUV".indexOf(prefix.charAt(0)) < 0
                && "DFIOQUV".indexOf(prefix.charAt(1)) < 0
                && !List.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ").contains(prefix);
    }

    private static boolean hasForm(String characters, String form) {
        for (int i = 0; i < form.length(); i++) {
            if (!fits(characters.charAt(i), form.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * L letter, D digit, A either, O digit or the letter that replaces it in Italy, M letter of an Italian month, S
     * suffix A to D, C letter of a Corsican department, X letter of a Spanish resident.
     */
    private static boolean fits(char character, char form) {
        boolean letter = character >= 'A' && character <= 'Z';
        boolean digit = character >= '0' && character <= '9';
        return switch (form) {
            case 'L' -> letter;
            case 'D' -> digit;
            case 'A' -> letter || digit;
            case 'O' -> digit || OMOCODIA.indexOf(character) >= 0;
            case 'M' -> "ABCDEHLMPRST".indexOf(character) >= 0;
            case 'S' -> character >= 'A' && character <= 'D';
            case 'C' -> character == 'A' || character == 'B';
            case 'X' -> character >= 'X' && character <= 'Z';
            default -> throw new IllegalArgumentException("no form is written " + form);
        };
    }

    /** The letter or digit at {@code index} as a capital, or 0 when none stands there. */
    private static char at(PlainText text, int index) {
        return text.isDigit(index) || text.isAsciiLetter(index) ? Character.toUpperCase(text.at(index)) : 0;
    }

    /** The next letters and digits, in capitals, over separators; null when they have another form or end elsewhere. */
    private static @Nullable Gathered gather(PlainText text, int start, String form, String separators) {
        int count = form.length();
        StringBuilder characters = new StringBuilder(count);
        int at = start;
        int between = 0;
        while (characters.length() < count) {
            char character = at(text, at);
            if (character != 0) {
                if (!fits(character, form.charAt(characters.length()))) {
                    return null;
                }
                characters.append(character);
                between = 0;
            } else if (between == 3 || separators.indexOf(text.at(at)) < 0 || at >= text.length()) {
                return null;
            } else {
                between++;
            }
            at++;
        }
        return text.isWord(at) ? null : new Gathered(characters.toString(), at);
    }

    private record Gathered(String characters, int end) {}
}
