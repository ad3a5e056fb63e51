package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Lexeme.Kind;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words, numbers and symbols. A number keeps the separators that stand between its digits; addresses
 * of mail and web, and codes that begin with a letter ({@code S3}, {@code AB12}), are no numbers and are left out. One
 * pass over the text.
 */
final class Lexer {
    private static final int LONGEST_NUMBER = 24;

    private final String text;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int sentence;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Lexeme> read(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return List.copyOf(lexer.lexemes);
    }

    private void next() {
        char character = text.charAt(at);
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            sentence += character == '\n' ? 1 : 0;
            at++;
        } else if (beginsAddress()) {
            skipToSpace();
        } else if (isDigit(at)) {
            number();
        } else if (Character.isLetter(character)) {
            word();
        } else {
            symbol(character);
        }
    }

    private void number() {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_NUMBER && (isDigit(end) || separates(end))) {
            end++;
        }
        add(Kind.NUMBER, text.substring(at, end), end);
    }

    /** A point, comma or apostrophe between digits, or a blank before exactly three of them. */
    private boolean separates(int index) {
        if (!isDigit(index - 1) || !isDigit(index + 1)) {
            return false;
        }
        return switch (text.charAt(index)) {
            case '.', ',', '\'', '’' -> true;
            case ' ', '\u00A0', '\u202F', '\u2009' ->
                isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4) && digitsBefore(index) <= 3;
            default -> false;
        };
    }

    private int digitsBefore(int index) {
        int count = 0;
        while (count < 4 && isDigit(index - 1 - count)) {
            count++;
        }
        return count;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && continuesWord(text.charAt(end))) {
            end++;
        }
        boolean hour = end - at == 1 && text.charAt(at) == 'h' && isDigit(at - 1);
        boolean code = isDigit(end) && !hour && !CurrencyNames.isCode(text.substring(at, end));
        if (code) {
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
        }
        String plain = Words.plain(text.substring(at, end));
        if (plain.isEmpty() || code) {
            at = end;
        } else {
            add(Kind.WORD, plain, end);
        }
    }

    private static boolean continuesWord(char character) {
        return Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private void symbol(char character) {
        boolean endsSentence = character == '!'
                || character == '?'
                || character == ';'
                || (character == '.' && isSpaceOrEnd(at + 1) && !endsOrdinal());
        add(Kind.SYMBOL, String.valueOf(character), at + 1);
        sentence += endsSentence ? 1 : 0;
    }

    /** In German a full stop behind one or two digits makes an ordinal number: {@code am 3. März}. */
    private boolean endsOrdinal() {
        if (lexemes.isEmpty()
                || !lexemes.getLast().isNumber()
                || lexemes.getLast().text().length() > 2) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - next < 12) {
            end++;
        }
        return end > next && Calendar.month(Words.plain(text.substring(next, end))) > 0;
    }

    private boolean beginsAddress() {
        return text.startsWith("http://", at)
                || text.startsWith("https://", at)
                || text.startsWith("www.", at)
                || isMail();
    }

    private boolean isMail() {
        if (!Character.isLetterOrDigit(text.charAt(at)) || (at > 0 && !Character.isWhitespace(text.charAt(at - 1)))) {
            return false;
        }
        for (int i = at; i < text.length() && i - at < 64; i++) {
            if (text.charAt(i) == '@') {
                return true;
            }
            if (Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return false;
    }

    private void skipToSpace() {
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void add(Kind kind, String content, int end) {
        boolean attached = !lexemes.isEmpty() && lexemes.getLast().end() == at;
        lexemes.add(new Lexeme(kind, content, at, end, attached, sentence));
        at = end;
    }

    private boolean isDigit(int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isSpaceOrEnd(int index) {
        return index >= text.length() || Character.isWhitespace(text.charAt(index));
    }
}
