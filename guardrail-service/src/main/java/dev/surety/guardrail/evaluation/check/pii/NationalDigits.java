package dev.surety.guardrail.evaluation.check.pii;

/**
 * The check digits of further national identity, tax and health numbers, and the dates of birth inside them. Arguments
 * are ASCII digits and capitals of the length that the authority prescribes.
 */
final class NationalDigits {
    private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    private static final int[] HEALTH = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    private static final int[] AUSTRIAN = {3, 7, 9, 0, 5, 8, 4, 2, 1, 6};
    private static final int[] POLISH = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int[] DANISH = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] TAXPAYER = {6, 7, 8, 9, 10, 5, 4, 3, 2};
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

    private NationalDigits() {}

    /** German pension insurance number (VKVV § 2): area, date of birth, initial, serial, check digit. */
    static boolean germanPension(String number) {
        String digits = number.substring(0, 8) + letterNumber(number.charAt(8)) + number.substring(9);
        return isDate(number, 2, 4) && sumOfDigits(digits, PENSION) % 10 == digit(digits, 12);
    }

    /** German health insurance number (SGB V § 290): a letter, eight digits, check digit. */
    static boolean germanHealth(String number) {
        String digits = letterNumber(number.charAt(0)) + number.substring(1);
        return sumOfDigits(digits, HEALTH) % 10 == digit(digits, 10);
    }

    /** The number of a German identity card or passport with its check digit (ICAO 9303-3, weights 7, 3, 1). */
    static boolean travelDocument(String number) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += Character.digit(number.charAt(i), 36) * new int[] {7, 3, 1}[i % 3];
        }
        return sum % 10 == digit(number, 9);
    }

    /** French tax number (SPI): ten digits from 0 to 3 on, and their rest by 511. */
    static boolean frenchTax(String digits) {
        return digits.charAt(0) <= '3'
                && Long.parseLong(digits.substring(0, 10)) % 511 == Integer.parseInt(digits.substring(10))
                && !digits.startsWith("0000");
    }

    /** Belgian national number: date, serial, 97 minus the rest by 97; a 2 stands before it for births since 2000. */
    static boolean belgian(String digits) {
        long number = Long.parseLong(digits.substring(0, 9));
        int check = Integer.parseInt(digits.substring(9));
        int month = Integer.parseInt(digits.substring(2, 4)) % 20;
        boolean date = month <= 12 && Integer.parseInt(digits.substring(4, 6)) <= 31;
        return date && (check == 97 - number % 97 || check == 97 - (2_000_000_000L + number) % 97);
    }

    /** Austrian social security number: serial, check digit, date of birth; sum of weights by 11. */
    static boolean austrian(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += AUSTRIAN[i] * digit(digits, i);
        }
        int month = Integer.parseInt(digits.substring(6, 8));
        int day = Integer.parseInt(digits.substring(4, 6));
        boolean date = day >= 1 && day <= 31 && month >= 1 && month <= 15;
        return date && digits.charAt(0) != '0' && sum % 11 == digit(digits, 3);
    }

    /** Polish PESEL: date of birth with the century in the month, serial, check digit. */
    static boolean polish(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += POLISH[i] * digit(digits, i);
        }
        int month = Integer.parseInt(digits.substring(2, 4)) % 20;
        int day = Integer.parseInt(digits.substring(4, 6));
        boolean date = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return date && (10 - sum % 10) % 10 == digit(digits, 10);
    }

    /** Portuguese tax number: weights nine to two, 11 minus the rest, where 10 and 11 count as 0. */
    static boolean portuguese(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * digit(digits, i);
        }
        int check = 11 - sum % 11;
        return "1235689".indexOf(digits.charAt(0)) >= 0 && (check > 9 ? 0 : check) == digit(digits, 8);
    }

    /** Swedish personal number, ten or twelve digits: date of birth (day plus 60 for coordination numbers), Luhn. */
    static boolean swedish(String digits) {
        boolean century = digits.length() == 10 || digits.startsWith("19") || digits.startsWith("20");
        String ten = digits.substring(digits.length() - 10);
        int month = Integer.parseInt(ten.substring(2, 4));
        int day = Integer.parseInt(ten.substring(4, 6)) % 60;
        return century && month >= 1 && month <= 12 && day >= 1 && day <= 31 && CheckDigits.luhn(ten);
    }

    /**
     * Danish CPR number: date of birth, serial; weights by 11. Since 2007 numbers of people born on a first of January
     * are given out without the check digit.
     */
    static boolean danish(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += DANISH[i] * digit(digits, i);
        }
        return isDate(digits, 0, 2) && (sum % 11 == 0 || digits.startsWith("0101"));
    }

    /** Finnish personal identity code without its century sign: date of birth, serial, rest by 31 as a character. */
    static boolean finnish(String number) {
        int rest = Integer.parseInt(number.substring(0, 9)) % 31;
        return isDate(number, 0, 2) && FINNISH.charAt(rest) == number.charAt(9);
    }

    /** Irish PPS number: seven digits, check letter, and since 2013 a second letter that counts nine times. */
    static boolean irish(String number) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (8 - i) * digit(number, i);
        }
        if (number.length() == 9) {
            int second = IRISH.indexOf(number.charAt(8));
            if (second > 9) {
                return false;
            }
            sum += 9 * second;
        }
        return IRISH.charAt(sum % 23) == number.charAt(7);
    }

    /** Swiss AHV number: 756, nine digits, check digit of GTIN-13. */
    static boolean swiss(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += digit(digits, i) * (i % 2 == 0 ? 1 : 3);
        }
        return digits.startsWith("756") && (10 - sum % 10) % 10 == digit(digits, 12);
    }

    /** British unique taxpayer reference: the first digit checks the other nine. */
    static boolean taxpayerReference(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += TAXPAYER[i] * digit(digits, i + 1);
        }
        return "21987654321".charAt(sum % 11) == digits.charAt(0);
    }

    /** A US taxpayer number of a person without a social security number: 9, and the groups that are given out. */
    static boolean itin(String digits) {
        int group = Integer.parseInt(digits.substring(3, 5));
        return digits.charAt(0) == '9'
                && group >= 50
                && group != 66
                && group != 89
                && group != 93
                && !(group > 65 && group < 70);
    }

    /** The Social Security Administration never issues area 000, 666 or 9xx, group 00 or serial 0000. */
    static boolean ssn(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("9")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    private static boolean isDate(String digits, int dayAt, int monthAt) {
        int day = Integer.parseInt(digits.substring(dayAt, dayAt + 2));
        int month = Integer.parseInt(digits.substring(monthAt, monthAt + 2));
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static String letterNumber(char letter) {
        int number = letter - 'A' + 1;
        return (number < 10 ? "0" : "") + number;
    }

    private static int sumOfDigits(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = digit(digits, i) * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
