package dev.surety.guardrail.evaluation.check.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is written for the eye of a browser and not for every channel: Markdown, HTML, web addresses, pictographs,
 * and places of a template that were never filled in. One pass over the text; each look ahead is bounded.
 */
public final class Markings {
    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_LINK = 300;
    private static final int LONGEST_PLACEHOLDER = 60;

    private final String text;
    private final List<Marking> found = new ArrayList<>();
    private int at;

    private Markings(String text) {
        this.text = text;
    }

    /** What a piece of a text is. */
    public enum Kind {
        MARKDOWN,
        HTML,
        URL,
        EMOJI,
        PLACEHOLDER
    }

    /** A piece of a text, from {@code start} to before {@code end} in UTF-16 code units. */
    public record Marking(Kind kind, int start, int end) {}

    /** The markings of {@code text}, in order; none overlaps another. */
    public static List<Marking> of(String text) {
        Markings markings = new Markings(text);
        while (markings.at < text.length()) {
            markings.next();
        }
        return List.copyOf(markings.found);
    }

    private void next() {
        int end = switch (text.charAt(at)) {
            case '<' -> tag();
            case '{' -> closed("{{", "}}");
            case '[' -> bracket();
            case '*', '_', '`', '#', '|', '~' -> markdown();
            case 'h', 'H', 'w', 'W' -> url();
            default -> pictograph();
        };
        at = Math.max(at + 1, end);
    }

    private int add(Kind kind, int end) {
        found.add(new Marking(kind, at, end));
        return end;
    }

    private int tag() {
        int name = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        if (name >= text.length() || !Character.isLetter(text.charAt(name))) {
            return at;
        }
        int end = find(">", name, LONGEST_TAG);
        return end < 0 ? at : add(Kind.HTML, end + 1);
    }

    private int closed(String open, String close) {
        if (!text.startsWith(open, at)) {
            return at;
        }
        int end = find(close, at + open.length(), LONGEST_PLACEHOLDER);
        return end < 0 ? at : add(Kind.PLACEHOLDER, end + close.length());
    }

    /** [words](address), [object Object], [CUSTOMER NAME]. */
    private int bracket() {
        if (text.startsWith("[object Object]", at)) {
            return add(Kind.PLACEHOLDER, at + "[object Object]".length());
        }
        int end = find("]", at + 1, LONGEST_LINK);
        if (end < 0) {
            return at;
        }
        if (end + 1 < text.length() && text.charAt(end + 1) == '(') {
            int close = find(")", end + 2, LONGEST_LINK);
            return close < 0 ? at : add(Kind.MARKDOWN, close + 1);
        }
        String inside = text.substring(at + 1, end);
        boolean large = inside.length() > 3
                && inside.chars().allMatch(c -> Character.isUpperCase(c) || c == ' ' || c == '_')
                && inside.chars().anyMatch(c -> c == ' ' || c == '_');
        return large ? add(Kind.PLACEHOLDER, end + 1) : at;
    }

    private int markdown() {
        char mark = text.charAt(at);
        int end = at;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
        boolean spaced = end < text.length() && text.charAt(end) == ' ';
        boolean marks = switch (mark) {
            case '#' -> lineStart && spaced;
            case '|' -> lineStart && find("|", end, LONGEST_LINK) > 0;
            case '`' -> true;
            case '*' -> end - at >= 2 || (lineStart && spaced);
            default -> end - at >= 2;
        };
        return marks ? add(Kind.MARKDOWN, end) : end;
    }

    private int url() {
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean address = text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8)
                || text.regionMatches(true, at, "www.", 0, 4);
        if (!begins || !address) {
            return at;
        }
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ")]>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return add(Kind.URL, end);
    }

    private int pictograph() {
        int codePoint = text.codePointAt(at);
        boolean emoji =
                Character.isEmojiPresentation(codePoint) || (Character.isEmoji(codePoint) && codePoint > 0x2190);
        int end = at + Character.charCount(codePoint);
        return emoji ? add(Kind.EMOJI, end) : end;
    }

    private int find(String what, int from, int within) {
        int end = text.indexOf(what, from, Math.min(text.length(), from + within));
        int line = text.indexOf('\n', from, Math.min(text.length(), from + within));
        return end >= 0 && (line < 0 || end < line) ? end : -1;
    }
}
