package dev.surety.guardrail.evaluation.check.pii;

/** The check digits of card, tax, health and identity numbers. Arguments are strings of ASCII digits or letters. */
final class CheckDigits {
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private CheckDigits() {}

    /** ISO/IEC 7812-1, annex B (Luhn). */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /**
     * German tax identification number (§ 139b AO): eleven digits, the first not 0; among the first ten one digit
     * stands two or three times, never three in a row, and the others at most once; check digit by ISO 7064 MOD 11,10.
     */
    static boolean germanTaxId(String digits) {
        if (digits.length() != 11 || digits.charAt(0) == '0' || !oneDigitRepeats(digits)) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(digits, 10);
    }

    private static boolean oneDigitRepeats(String digits) {
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[digit(digits, i)]++;
            boolean thirdInARow =
                    i > 1 && digits.charAt(i) == digits.charAt(i - 1) && digits.charAt(i) == digits.charAt(i - 2);
            if (thirdInARow) {
                return false;
            }
        }
        int repeated = 0;
        for (int count : counts) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return repeated == 1;
    }

    /** French social security number (NIR, décret 82-103): sex, year, month, place, order, and 97 minus the rest. */
    static boolean frenchNir(String digits) {
        if (digits.length() != 15 || "12378".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        int month = Integer.parseInt(digits.substring(3, 5));
        boolean plausible = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        long number = Long.parseLong(digits.substring(0, 13));
        return plausible && 97 - number % 97 == Long.parseLong(digits.substring(13));
    }

    /** Spanish identity number: eight digits and the letter of their rest by 23. */
    static boolean spanish(int number, char letter) {
        return SPANISH_LETTERS.charAt(number % 23) == Character.toUpperCase(letter);
    }

    /** Italian codice fiscale (D.M. 23 December 1976): the letter behind fifteen characters. */
    static boolean codiceFiscale(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char character = code.charAt(i);
            int value = Character.isDigit(character) ? character - '0' : character - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return code.charAt(15) == 'A' + sum % 26;
    }

    /** Dutch citizen service number: the eleven test, in which the last digit counts minus one. */
    static boolean bsn(String digits) {
        String nine = digits.length() == 8 ? "0" + digits : digits;
        int sum = -digit(nine, 8);
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * digit(nine, i);
        }
        return sum != 0 && sum % 11 == 0;
    }

    /** British NHS number: weights ten to two, 11 minus the rest, where 11 counts as 0 and 10 is never given out. */
    static boolean nhs(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * digit(digits, i);
        }
        return (11 - sum % 11) % 11 == digit(digits, 9);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
