package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that fires comes to. Sealed, because the composition of the delivered text, the obligations and the
 * explanation each have to say something about every kind. Templates are named; that they exist in every language is
 * checked when the policy is compiled.
 */
public sealed interface Consequence {
    /** The action that this consequence stands for. */
    Action action();

    /** Nothing of the text is delivered; the customer reads the template. */
    record Block(String template) implements Consequence {
        public Block {
            requireNonNull(template, "template");
        }

        @Override
        public Action action() {
            return Action.BLOCK;
        }
    }

    /**
     * A human takes over; the customer reads the template meanwhile.
     *
     * @param reasonCode why, when it is not the rule's own reason
     * @param fallback the reply that the customer gets when no human is there; null for the policy's own
     * @param alsoWhenBlocked whether the human is needed even where another rule blocks the text; else a blocked text
     *     brings nobody in, so that an attacker cannot fill the queues
     */
    record Escalate(
            String queue,
            Priority priority,
            String template,
            @Nullable String reasonCode,
            @Nullable String fallback,
            boolean alsoWhenBlocked)
            implements Consequence {
        public Escalate {
            requireNonNull(queue, "queue");
            requireNonNull(priority, "priority");
            requireNonNull(template, "template");
        }

        @Override
        public Action action() {
            return Action.ESCALATE;
        }
    }

    /** The customer reads the template instead of the text. */
    record Replace(String template) implements Consequence {
        public Replace {
            requireNonNull(template, "template");
        }

        @Override
        public Action action() {
            return Action.REPLACE;
        }
    }

    /** The rule's findings are masked. */
    record Redact(String mask, MaskStyle style) implements Consequence {
        public Redact {
            requireNonNull(mask, "mask");
            requireNonNull(style, "style");
        }

        @Override
        public Action action() {
            return Action.REDACT;
        }
    }

    /** A disclaimer is put before or behind the text. */
    record Disclaim(String disclaimer, Side side) implements Consequence {
        public Disclaim {
            requireNonNull(disclaimer, "disclaimer");
            requireNonNull(side, "side");
        }

        @Override
        public Action action() {
            return Action.ANNOTATE;
        }
    }

    /**
     * A label is put before or behind the text, where the customer reads it.
     *
     * @param scheme the rule of law or the standard that the label follows; null for none
     */
    record Label(String label, Side side, @Nullable String scheme) implements Consequence {
        public Label {
            requireNonNull(label, "label");
            requireNonNull(side, "side");
        }

        @Override
        public Action action() {
            return Action.ANNOTATE;
        }
    }

    /**
     * The text stays as it is.
     *
     * @param label a label that travels beside the text for machines to read; null for none
     * @param scheme the rule of law or the standard that the label follows; null for none
     * @param attachments what travels beside the text besides
     */
    record Allow(@Nullable String label, @Nullable String scheme, Set<Attachment> attachments) implements Consequence {
        public Allow {
            attachments = Set.copyOf(attachments);
        }

        @Override
        public Action action() {
            return Action.ALLOW;
        }
    }
}
