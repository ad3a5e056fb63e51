package dev.surety.guardrail.evaluation.check.phrase;

import java.util.List;

/** The parts of a pattern. Sealed, because the compiler has to give each a program; there is no unbounded repetition. */
sealed interface Pattern {
    /** One word out of several. */
    record OneOf(List<WordForm> forms) implements Pattern {
        public OneOf {
            forms = List.copyOf(forms);
        }
    }

    /** One part after the other. */
    record Sequence(List<Pattern> parts) implements Pattern {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Any one of the alternatives. */
    record Choice(List<Pattern> alternatives) implements Pattern {
        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The part, or nothing. */
    record Optional(Pattern part) implements Pattern {}

    /** Zero to {@code most} words, whatever they are. */
    record Gap(int most) implements Pattern {}

    /** A word as it is written in a pattern: whole, its beginning or its end. */
    record WordForm(Kind kind, String text) {
        enum Kind {
            WHOLE,
            BEGINNING,
            END
        }
    }
}
