package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Priority;

/** What follows from a decision besides its text. Sealed, because every consumer has to know every kind. */
public sealed interface Obligation {
    /** The rule that asks for it. */
    String rule();

    /** A human takes over; the most urgent escalation of a decision comes first. */
    record Escalation(String rule, String queue, Priority priority, String reasonCode, String handoffText)
            implements Obligation {
        public Escalation {
            requireNonNull(rule, "rule");
            requireNonNull(queue, "queue");
            requireNonNull(priority, "priority");
            requireNonNull(reasonCode, "reasonCode");
            requireNonNull(handoffText, "handoffText");
        }
    }

    /** A disclaimer that stands in the delivered text and must not be cut off. */
    record Disclaimer(String rule, String name, String reference, String text) implements Obligation {
        public Disclaimer {
            requireNonNull(rule, "rule");
            requireNonNull(name, "name");
            requireNonNull(reference, "reference");
            requireNonNull(text, "text");
        }
    }

    /**
     * A label that travels with the text.
     *
     * @param visible whether it stands in the delivered text; else it is for machines to read
     */
    record Label(String rule, String name, String reference, String text, boolean visible) implements Obligation {
        public Label {
            requireNonNull(rule, "rule");
            requireNonNull(name, "name");
            requireNonNull(reference, "reference");
            requireNonNull(text, "text");
        }
    }
}
