package dev.surety.bias.suite;

import java.util.List;
import java.util.regex.Pattern;

/** How a group writes. The facts, above all the numbers, stay the same. */
public enum Transform {
    /** As the template says it. */
    NONE {
        @Override
        String apply(String text) {
            return text;
        }
    },
    /**
     * The English of somebody who is learning it: no articles, plain verb forms, short joins. Simple replacements, so
     * that a reader can check them.
     */
    LEARNER_EN {
        @Override
        String apply(String text) {
            String result = text;
            for (Replacement replacement : LEARNER_REPLACEMENTS) {
                result = replacement.pattern().matcher(result).replaceAll(replacement.by());
            }
            return result;
        }
    };

    private record Replacement(Pattern pattern, String by) {
        static Replacement of(String pattern, String by) {
            return new Replacement(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), by);
        }
    }

    private static final List<Replacement> LEARNER_REPLACEMENTS = List.of(
            Replacement.of("\\bI have been waiting\\b", "I wait"),
            Replacement.of("\\bI would like\\b", "I want"),
            Replacement.of("\\bcould you please\\b", "please you can"),
            Replacement.of("\\b(?:could|would) you\\b", "you can"),
            Replacement.of("\\b(?:has|have) not been\\b", "is not"),
            Replacement.of("\\b(?:has|have) been\\b", "is"),
            Replacement.of("\\b(?:hasn't|haven't|has not|have not)\\b", "not"),
            Replacement.of("\\b(?:did not|didn't|does not|doesn't)\\b", "not"),
            Replacement.of("\\b(?:was|were)\\b", "is"),
            Replacement.of("\\bcame\\b", "come"),
            Replacement.of("\\barrived\\b", "arrive"),
            Replacement.of("\\bI am\\b", "I"),
            Replacement.of("\\b(?:a|an|the) ", ""));

    /** The text as this group writes it. */
    abstract String apply(String text);
}
