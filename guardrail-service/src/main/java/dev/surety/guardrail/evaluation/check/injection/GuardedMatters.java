package dev.surety.guardrail.evaluation.check.injection;

import java.util.List;
import java.util.Set;

/**
 * What a system message forbids the bot to give away or to talk about.
 *
 * @param secret whether the message itself states a password or the like
 * @param person whether it keeps somebody's personal data to itself
 * @param names the names of the persons it speaks of, in their plain form
 * @param topics what it forbids to discuss
 */
record GuardedMatters(boolean secret, boolean person, Set<String> names, List<Topic> topics) {
    static final GuardedMatters NONE = new GuardedMatters(false, false, Set.of(), List.of());

    GuardedMatters {
        names = Set.copyOf(names);
        topics = List.copyOf(topics);
    }

    boolean isEmpty() {
        return !secret && !person && topics.isEmpty();
    }

    /**
     * One forbidden topic, as the words that say what it is.
     *
     * @param terms each with the kinds that it belongs to, by which other words for the same are recognised
     */
    record Topic(List<Term> terms) {
        Topic {
            terms = List.copyOf(terms);
        }

        /** How many of its terms have to be spoken of: both of two, and at least half of more. */
        int needed() {
            return terms.size() <= 2 ? terms.size() : (terms.size() + 1) / 2;
        }
    }

    /** A word that says what a topic is. */
    record Term(String word, Set<String> groups) {
        private static final int SHORTEST_STEM = 5;

        Term {
            groups = Set.copyOf(groups);
        }

        /** Whether {@code other} speaks of the same: the same kind, or the same word but for its ending. */
        boolean means(String other, Set<String> otherGroups) {
            for (String group : groups) {
                if (otherGroups.contains(group)) {
                    return true;
                }
            }
            return word.equals(other) || sameStem(other);
        }

        private boolean sameStem(String other) {
            int shorter = Math.min(word.length(), other.length());
            int common = 0;
            while (common < shorter && word.charAt(common) == other.charAt(common)) {
                common++;
            }
            int longer = Math.max(word.length(), other.length());
            return common >= SHORTEST_STEM
                    ? common * 3 >= longer * 2
                    : common == shorter && longer - shorter <= 1 && shorter > 2;
        }
    }
}
