package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;
import java.util.Locale;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * Identity and account numbers that mix letters and digits: IBAN (ISO 13616), Spanish DNI and NIE, Italian codice
 * fiscale, British national insurance number. The last has no check digit, so it needs its usual spacing or a word that
 * announces it.
 */
final class LetteredIdentities {
    private static final int CERTAIN = 980;
    private static final int ANNOUNCED = 900;
    private static final int BY_FORM = 800;
    private static final int DISTANCE = 40;
    private static final String OMOCODIA = "LMNPQRSTUV";

    private final ContextWords context;

    LetteredIdentities(ContextWords context) {
        this.context = context;
    }

    void find(PlainText text, List<Identified> found) {
        for (int at = 0; at < text.length(); at++) {
            if (text.isWord(at) && !text.isWord(at - 1)) {
                findIban(text, at, found);
                findSpanish(text, at, found);
                findCodiceFiscale(text, at, found);
                findNino(text, at, found);
            }
        }
    }

    private static void findIban(PlainText text, int at, List<Identified> found) {
        boolean form = text.isAsciiLetter(at)
                && text.isAsciiLetter(at + 1)
                && text.isDigit(text.at(at + 2) == ' ' ? at + 3 : at + 2);
        if (!form) {
            return;
        }
        CountryCode country = CountryCode.getByCode(text.substring(at, at + 2).toUpperCase(Locale.ROOT));
        if (country == null || !IbanUtil.isSupportedCountry(country)) {
            return;
        }
        Gathered gathered = gather(text, at, IbanUtil.getIbanLength(country), " -.");
        if (gathered != null && IbanUtil.isValid(gathered.characters())) {
            found.add(new Identified(PiiType.IBAN, at, gathered.end(), CERTAIN));
        }
    }

    private static void findSpanish(PlainText text, int at, List<Identified> found) {
        int prefix = "XYZ".indexOf(Character.toUpperCase(text.at(at)));
        Gathered gathered = gather(text, at, 9, "-. ");
        if (gathered == null) {
            return;
        }
        String digits = (prefix < 0 ? "" : String.valueOf(prefix))
                + gathered.characters().substring(prefix < 0 ? 0 : 1, 8);
        char letter = gathered.characters().charAt(8);
        if (digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && letter >= 'A'
                && letter <= 'Z'
                && CheckDigits.spanish(Integer.parseInt(digits), letter)) {
            found.add(new Identified(PiiType.ES_DNI, at, gathered.end(), ANNOUNCED));
        }
    }

    private static void findCodiceFiscale(PlainText text, int at, List<Identified> found) {
        Gathered gathered = gather(text, at, 16, " ");
        if (gathered != null
                && hasForm(gathered.characters(), "LLLLLLOOMOOLOOOL")
                && gathered.characters().chars().anyMatch(Character::isDigit)
                && CheckDigits.codiceFiscale(gathered.characters())) {
            found.add(new Identified(PiiType.IT_CODICE_FISCALE, at, gathered.end(), CERTAIN));
        }
    }

    private void findNino(PlainText text, int at, List<Identified> found) {
        Gathered gathered = gather(text, at, 9, " ");
        if (gathered == null || !hasForm(gathered.characters(), "LLDDDDDDS")) {
            return;
        }
        String prefix = gathered.characters().substring(0, 2);
        boolean given = "DFIQUV".indexOf(prefix.charAt(0)) < 0
                && "DFIOQUV".indexOf(prefix.charAt(1)) < 0
                && !List.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ").contains(prefix);
        boolean spaced = gathered.end() - at == 13;
        if (given && text.hasBefore(at, DISTANCE, context.of("uk-nino"))) {
            found.add(new Identified(PiiType.UK_NINO, at, gathered.end(), ANNOUNCED));
        } else if (given && spaced) {
            found.add(new Identified(PiiType.UK_NINO, at, gathered.end(), BY_FORM));
        }
    }

    /** L letter, D digit, O digit or the letter that replaces it, M letter of a month, S suffix A to D. */
    private static boolean hasForm(String characters, String form) {
        for (int i = 0; i < form.length(); i++) {
            char character = characters.charAt(i);
            boolean letter = character >= 'A' && character <= 'Z';
            boolean digit = character >= '0' && character <= '9';
            boolean fits = switch (form.charAt(i)) {
                case 'L' -> letter;
                case 'D' -> digit;
                case 'O' -> digit || OMOCODIA.indexOf(character) >= 0;
                case 'M' -> "ABCDEHLMPRST".indexOf(character) >= 0;
                default -> character >= 'A' && character <= 'D';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The next {@code count} letters and digits, in capitals, over single separators; null when they end elsewhere. */
    private static @Nullable Gathered gather(PlainText text, int start, int count, String separators) {
        StringBuilder characters = new StringBuilder(count);
        int at = start;
        while (characters.length() < count) {
            if (text.isDigit(at) || text.isAsciiLetter(at)) {
                characters.append(Character.toUpperCase(text.at(at)));
            } else if (characters.isEmpty() || separators.indexOf(text.at(at)) < 0 || !text.isWord(at - 1)) {
                return null;
            }
            at++;
        }
        return text.isWord(at) ? null : new Gathered(characters.toString(), at);
    }

    private record Gathered(String characters, int end) {}
}
