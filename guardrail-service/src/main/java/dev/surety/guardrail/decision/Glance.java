package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Action;
import java.util.List;

/**
 * What a part of an answer shows before the whole is there. It decides nothing; it says what of the part may be
 * released and in which form. Offsets are those of the part.
 *
 * @param action the strongest action that the rules ask for
 * @param masks what has to be masked, in the order of the text, without overlaps
 * @param suspects where findings begin that no mask hides, and that some rule may yet hold against the answer
 * @param evidence where findings begin for which the answer would be replaced as a whole
 * @param refused whether the answer would be replaced for a reason that lies at no place in it
 * @param beginnings what is put before the answer, in order
 */
public record Glance(
        Action action,
        List<Mask> masks,
        List<Integer> suspects,
        List<Integer> evidence,
        boolean refused,
        List<Beginning> beginnings) {
    public Glance {
        requireNonNull(action, "action");
        masks = List.copyOf(masks);
        suspects = List.copyOf(suspects);
        evidence = List.copyOf(evidence);
        beginnings = List.copyOf(beginnings);
    }

    /** A span and what stands in its place. */
    public record Mask(int start, int end, String rule, String reference, String text) {
        public Mask {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("mask spans " + start + ".." + end + ": 0 <= start < end expected");
            }
            requireNonNull(rule, "rule");
            requireNonNull(reference, "reference");
            requireNonNull(text, "text");
        }

        /**
         * The edit that it is in a text in which the part begins at {@code offset}.
         *
         * @param surroundings the text so far; where it runs both ways, what is put in is isolated
         */
        public TextEdit toEdit(int offset, String surroundings) {
            return new TextEdit(
                    TextEdit.Operation.REDACT,
                    rule,
                    offset + start,
                    offset + end,
                    reference,
                    new Characters(surroundings).isolated(text));
        }
    }

    /** A label or disclaimer that the customer reads first. */
    public record Beginning(String rule, String reference, String text) {
        public Beginning {
            requireNonNull(rule, "rule");
            requireNonNull(reference, "reference");
            requireNonNull(text, "text");
        }

        /** The edit that it is, with what separates it from the answer. */
        public TextEdit toEdit(String separator) {
            return new TextEdit(TextEdit.Operation.PREPEND, rule, 0, 0, reference, text + separator);
        }
    }
}
