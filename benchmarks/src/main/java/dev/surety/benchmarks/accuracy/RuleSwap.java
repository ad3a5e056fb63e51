package dev.surety.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of a policy text with at most one thing changed, and the paragraph that it comes from. */
record RuleSwap(String passage, String answer) {
    static final String UNCHANGED = "unchanged";
    static final String VALUE = "a number, an amount or a time";
    static final String PERMISSION = "may or must, or not";

    /** The kinds of change, in the order of the table. */
    static final List<String> KINDS = List.of(UNCHANGED, VALUE, PERMISSION);

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]{20,400}[.!?]");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#])\\d{1,4}(?![\\w.]*\\w)");
    private static final List<String[]> PERMISSIONS = List.of(
            new String[] {" cannot ", " can "},
            new String[] {" can not ", " can "},
            new String[] {" can ", " cannot "},
            new String[] {" must ", " need not "},
            new String[] {" should not ", " should "},
            new String[] {" is not ", " is "},
            new String[] {" are not ", " are "},
            new String[] {" does not ", " does "});

    /** Every sentence of the document, changed in that way where it can be. */
    static List<RuleSwap> of(String document, String kind) {
        List<RuleSwap> swaps = new ArrayList<>();
        for (String paragraph : PARAGRAPHS.splitAsStream(document).toList()) {
            Matcher sentences = SENTENCE.matcher(paragraph);
            while (sentences.find()) {
                String sentence = sentences.group().replaceFirst("^[\\s*#-]+", "");
                if (kind.equals(UNCHANGED)) {
                    swaps.add(new RuleSwap(paragraph, sentence));
                } else if (kind.equals(VALUE)) {
                    values(paragraph, sentence, swaps);
                } else {
                    permissions(paragraph, sentence, swaps);
                }
            }
        }
        return swaps;
    }

    private static void values(String paragraph, String sentence, List<RuleSwap> swaps) {
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
            int value = Integer.parseInt(number.group());
            String other = String.valueOf(value * 2 + 1);
            if (!paragraph.contains(other)) {
                swaps.add(new RuleSwap(
                        paragraph, sentence.substring(0, number.start()) + other + sentence.substring(number.end())));
            }
        }
    }

    private static void permissions(String paragraph, String sentence, List<RuleSwap> swaps) {
        for (String[] pair : PERMISSIONS) {
            int at = sentence.indexOf(pair[0]);
            if (at >= 0) {
                swaps.add(new RuleSwap(
                        paragraph, sentence.substring(0, at) + pair[1] + sentence.substring(at + pair[0].length())));
                return;
            }
        }
    }
}
