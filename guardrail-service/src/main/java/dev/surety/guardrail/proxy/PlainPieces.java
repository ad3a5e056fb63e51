package dev.surety.guardrail.proxy;

/**
 * Makes text of what a model sends: control characters, which no customer's text has, become spaces, and halves of
 * characters whose other half never comes become the replacement character. Pieces may be cut within a character.
 */
final class PlainPieces {
    private static final String LINES = "\n\r\t";
    private static final char REPLACEMENT = '\uFFFD';

    private char begun;

    /** The next piece of text. */
    String next(String piece) {
        StringBuilder plain = new StringBuilder(piece.length() + 1);
        for (int i = 0; i < piece.length(); i++) {
            char character = piece.charAt(i);
            if (Character.isLowSurrogate(character)) {
                if (begun == 0) {
                    plain.append(REPLACEMENT);
                } else {
                    plain.append(begun).append(character);
                    begun = 0;
                }
                continue;
            }
            end(plain);
            if (Character.isHighSurrogate(character)) {
                begun = character;
            } else {
                plain.append(Character.isISOControl(character) && LINES.indexOf(character) < 0 ? ' ' : character);
            }
        }
        return plain.toString();
    }

    /** What is left when no more pieces come. */
    String rest() {
        StringBuilder plain = new StringBuilder();
        end(plain);
        return plain.toString();
    }

    private void end(StringBuilder plain) {
        if (begun != 0) {
            plain.append(REPLACEMENT);
            begun = 0;
        }
    }
}
