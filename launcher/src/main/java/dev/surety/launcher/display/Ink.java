package dev.surety.launcher.display;

/** Colours for a terminal, or none where the output goes elsewhere or the reader wants none (no-color.org). */
public enum Ink {
    PLAIN,
    COLOURED;

    /** Coloured on a terminal, unless NO_COLOR is set. */
    public static Ink of(boolean terminal) {
        String refusal = System.getenv("NO_COLOR");
        return terminal && (refusal == null || refusal.isEmpty()) ? COLOURED : PLAIN;
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31;1", text);
    }

    public String attention(String text) {
        return paint("33", text);
    }

    public String strong(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
