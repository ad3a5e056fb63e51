package dev.surety.guardrail.evaluation.check.phrase;

import dev.surety.guardrail.evaluation.check.phrase.Pattern.WordForm;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parses one pattern of a phrase file. Words are cut and folded as texts are, so a pattern means what it looks like.
 * A vowel with an umlaut also stands for its spelling with e, as people without that key write it.
 */
final class PatternParser {
    private static final int LARGEST_GAP = 12;

    private final String source;
    private final Map<String, Pattern> sets;
    private final String place;
    private int at;

    private PatternParser(String source, Map<String, Pattern> sets, String place) {
        this.source = source;
        this.sets = sets;
        this.place = place;
    }

    /**
     * Parses {@code source}.
     *
     * @param sets the named sets defined so far
     * @param place what a message names as the place of the pattern
     * @throws IllegalArgumentException when the pattern is not well formed
     */
    static Pattern parse(String source, Map<String, Pattern> sets, String place) {
        PatternParser parser = new PatternParser(source, sets, place);
        Pattern pattern = parser.choice();
        if (parser.at < source.length()) {
            throw parser.error("unexpected '" + source.charAt(parser.at) + "'");
        }
        return pattern;
    }

    private Pattern choice() {
        List<Pattern> alternatives = new ArrayList<>();
        alternatives.add(sequence());
        while (peek() == '|') {
            at++;
            alternatives.add(sequence());
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : merged(alternatives);
    }

    /** Alternatives that are single words become one step of the program instead of one each. */
    private static Pattern merged(List<Pattern> alternatives) {
        List<WordForm> forms = new ArrayList<>();
        List<Pattern> others = new ArrayList<>();
        for (Pattern alternative : alternatives) {
            if (alternative instanceof Pattern.OneOf(List<WordForm> more)) {
                forms.addAll(more);
            } else {
                others.add(alternative);
            }
        }
        if (!forms.isEmpty()) {
            others.add(new Pattern.OneOf(forms));
        }
        return others.size() == 1 ? others.getFirst() : new Pattern.Choice(others);
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        for (char next = peek(); next != '\0' && next != '|' && next != ')'; next = peek()) {
            parts.add(item());
        }
        if (parts.isEmpty()) {
            throw error("an empty alternative");
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
    }

    private Pattern item() {
        Pattern part = switch (peek()) {
            case '(' -> group();
            case '@' -> set();
            case '.' -> gap();
            default -> word();
        };
        if (at < source.length() && source.charAt(at) == '?') {
            at++;
            return new Pattern.Optional(part);
        }
        return part;
    }

    private Pattern group() {
        at++;
        Pattern inside = choice();
        if (peek() != ')') {
            throw error("a '(' that is never closed");
        }
        at++;
        return inside;
    }

    private Pattern set() {
        at++;
        String name = run();
        Pattern set = sets.get(name);
        if (set == null) {
            throw error("an unknown set @" + name);
        }
        return set;
    }

    private Pattern gap() {
        String written = run();
        if (!written.matches("\\.\\.[0-9]{1,2}")) {
            throw error("a gap that is not like ..3");
        }
        int most = Integer.parseInt(written.substring(2));
        if (most < 1 || most > LARGEST_GAP) {
            throw error("a gap outside 1.." + LARGEST_GAP);
        }
        return new Pattern.Gap(most);
    }

    private Pattern word() {
        String written = run();
        boolean end = written.startsWith("*");
        boolean beginning = written.endsWith("*");
        if (end && beginning) {
            throw error("a word with two stars");
        }
        WordForm.Kind kind = end ? WordForm.Kind.END : beginning ? WordForm.Kind.BEGINNING : WordForm.Kind.WHOLE;
        String plain = written.replace("*", "");
        List<Pattern> parts = new ArrayList<>();
        List<Word> words = Words.of(plain);
        if (words.isEmpty()) {
            throw error("'" + written + "', which is not a word");
        }
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean outermost = end ? i == 0 : i == words.size() - 1;
            WordForm.Kind own = outermost ? kind : WordForm.Kind.WHOLE;
            parts.add(new Pattern.OneOf(spellings(plain.substring(word.start(), word.end()), word.text(), own)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
    }

    private static List<WordForm> spellings(String written, String folded, WordForm.Kind kind) {
        String spelledOut = written.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        WordForm plain = new WordForm(kind, folded);
        if (spelledOut.equals(written.toLowerCase(Locale.ROOT))) {
            return List.of(plain);
        }
        return List.of(plain, new WordForm(kind, Words.of(spelledOut).getFirst().text()));
    }

    private String run() {
        int start = at;
        while (at < source.length()
                && !Character.isWhitespace(source.charAt(at))
                && "()|?".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return source.substring(start, at);
    }

    private char peek() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at < source.length() ? source.charAt(at) : '\0';
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(place + ": the pattern has " + what + ": " + source);
    }
}
