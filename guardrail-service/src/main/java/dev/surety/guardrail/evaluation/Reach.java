package dev.surety.guardrail.evaluation;

/**
 * How much of a bot's answer has to be there before what a check says about a place in it is final. A policy knows it
 * when it is compiled, so that an answer that is still being written can be released as far as nothing in it can be
 * found fault with any more. Sealed, because a stream has to know what to wait for in each case.
 */
public sealed interface Reach {
    /** Only the whole answer can be judged; what a check has that does not say otherwise. */
    Reach WHOLE = new Whole();

    /** The check does not read the answer, so what it says is known before the answer begins. */
    Reach NOTHING = new Nothing();

    /** The check does not read the answer. */
    record Nothing() implements Reach {}

    /** The check may say something else until the answer is complete. */
    record Whole() implements Reach {}

    /**
     * A finding lies within one sentence as {@code SentenceStarts} cuts them, and nothing further away than these
     * distances from that sentence decides about it.
     *
     * @param before characters before the sentence that are read
     * @param behind characters behind the sentence that are read
     * @param addsUp whether findings elsewhere in the answer can raise the score of one
     */
    record Sentence(int before, int behind, boolean addsUp) implements Reach {
        public Sentence {
            requireNotNegative(before, behind);
        }
    }

    /**
     * A finding, and all that decides about it, lies within a stretch of at most that many characters, wherever
     * sentences end.
     *
     * @param addsUp whether findings elsewhere in the answer can raise the score of one
     */
    record Within(int characters, boolean addsUp) implements Reach {
        public Within {
            requireNotNegative(characters, characters);
        }
    }

    /** Findings within a sentence, with scores of their own, of which nothing but the sentence decides. */
    static Reach sentence() {
        return new Sentence(0, 0, false);
    }

    /** Findings within {@code characters}, with scores of their own. */
    static Reach within(int characters) {
        return new Within(characters, false);
    }

    private static void requireNotNegative(int one, int other) {
        if (one < 0 || other < 0) {
            throw new IllegalArgumentException("a reach of " + one + " and " + other + " characters: none is negative");
        }
    }
}
