package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A setting that a check takes from the policy's {@code checks} section. Sealed, because the policy compiler has to
 * know how to validate each kind and how to say what was expected.
 */
public sealed interface Setting {
    /** A whole number between two bounds, both allowed. */
    record WholeNumber(long least, long most) implements Setting {
        public WholeNumber {
            if (least > most) {
                throw new IllegalArgumentException("bounds " + least + ".." + most + " leave no value");
            }
        }
    }

    /** A decimal between two bounds, both allowed. */
    record Decimal(double least, double most) implements Setting {
        public Decimal {
            if (!(least <= most)) {
                throw new IllegalArgumentException("bounds " + least + ".." + most + " leave no value");
            }
        }
    }

    /** True or false. */
    record Flag() implements Setting {}

    /** One word out of a given set. */
    record Choice(Set<String> words) implements Setting {
        public Choice {
            words = Set.copyOf(words);
        }
    }

    /** A list of words out of a given set; an empty set allows any word. */
    record Words(Set<String> words) implements Setting {
        public Words {
            words = Set.copyOf(words);
        }
    }

    /** Free text of at most that many characters. */
    record Text(int longest) implements Setting {}

    /** A list of free texts, each of at most that many characters. */
    record Texts(int longest) implements Setting {}

    /** A group of settings, for example one per channel. */
    record Group(Map<String, Setting> members) implements Setting {
        public Group {
            members = Map.copyOf(requireNonNull(members));
        }
    }

    /** Settings of one kind under names that the policy chooses, for example a limit per channel. */
    record ByName(Setting each) implements Setting {
        public ByName {
            requireNonNull(each, "each");
        }
    }

    /**
     * Reference documents of those kinds, each pinned as {@code id@version}; a document of any kind when the set is
     * empty.
     */
    record References(Set<String> kinds) implements Setting {
        public References {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The words of a choice, in the order in which a message lists them. */
    static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
