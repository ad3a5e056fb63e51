package dev.surety.guardrail.evaluation.check.grounding;

/**
 * A word or phrase that turns a statement round, or says which of several alternatives it is about.
 *
 * @param group which opposites or alternatives; for a denial or a courtesy the name of its kind
 * @param side which of them, counted from 0
 * @param start where the phrase begins in its text, in UTF-16 code units
 * @param end behind its end
 * @param words how many words it has
 * @param denies whether a denial is among its words, as in "not required"
 */
record Mark(Kind kind, String group, int side, int start, int end, int words, boolean denies) {
    enum Kind {
        /** Denies what the statement says. */
        NEGATION,
        /** Denies only what stands right behind it, such as "without"; counts where the other side speaks of that too. */
        LACK,
        /** One of two opposites: a change of side turns the statement round, as a denial does. */
        FLIP,
        /** As a flip, where a number follows. */
        BOUND,
        /** One of several alternatives: what is said of one is not said of another. */
        ALT,
        /** An alternative that is only believed where the wording is nearly the same. */
        WEAK,
        /** Courtesy: it claims nothing. */
        TALK,
        /** Looks like a mark and is none. */
        NONE
    }

    boolean isSameGroup(Mark other) {
        return kind == other.kind && group.equals(other.group);
    }

    boolean isDenial() {
        return kind == Kind.NEGATION || kind == Kind.LACK;
    }
}
