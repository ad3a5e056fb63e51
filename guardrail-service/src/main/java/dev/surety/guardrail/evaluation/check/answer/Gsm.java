package dev.surety.guardrail.evaluation.check.answer;

/** How many parts a text message takes, by 3GPP TS 23.038 (alphabet) and 23.040 (concatenation). */
public final class Gsm {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final int SINGLE = 160;
    private static final int PART = 153;
    private static final int SINGLE_UNICODE = 70;
    private static final int PART_UNICODE = 67;

    private Gsm() {}

    /** Whether the default alphabet has every character of {@code text}; if not, it is sent as UCS-2. */
    public static boolean carries(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    /** How many messages {@code text} takes; 0 for none. */
    public static int segments(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!carries(text)) {
            return parts(text.length(), SINGLE_UNICODE, PART_UNICODE);
        }
        // A character of the extension table takes two places.
        int septets = text.length()
                + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
        return parts(septets, SINGLE, PART);
    }

    private static int parts(int length, int single, int part) {
        return length <= single ? 1 : (length + part - 1) / part;
    }
}
