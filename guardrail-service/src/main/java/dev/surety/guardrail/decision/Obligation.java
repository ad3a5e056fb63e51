package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.policy.Priority;
import dev.surety.guardrail.policy.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from a decision besides its text. Sealed, because every consumer has to know every kind. */
public sealed interface Obligation {
    /** The rule that asks for it. */
    String rule();

    /**
     * A human takes over; the most urgent escalation of a decision comes first.
     *
     * @param handoff what the customer reads meanwhile, as the policy let it through
     * @param fallback what the customer is told where no human is there; null for the policy's general words
     */
    record Escalation(
            String rule,
            String queue,
            Priority priority,
            String reasonCode,
            Handoff handoff,
            Templates.@Nullable Text fallback)
            implements Obligation {
        public Escalation {
            requireNonNull(rule, "rule");
            requireNonNull(queue, "queue");
            requireNonNull(priority, "priority");
            requireNonNull(reasonCode, "reasonCode");
            requireNonNull(handoff, "handoff");
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
     * @param scheme the rule of law or the standard that it follows; null for none
     * @param metadata the same for machines
     */
    record Label(
            String rule,
            String name,
            String reference,
            String text,
            boolean visible,
            @Nullable String scheme,
            Map<String, String> metadata)
            implements Obligation {
        public Label {
            requireNonNull(rule, "rule");
            requireNonNull(name, "name");
            requireNonNull(reference, "reference");
            requireNonNull(text, "text");
            metadata = Map.copyOf(metadata);
        }
    }

    /** The sources that the answer rests on travel with it. */
    record Citation(String rule, List<Source> sources) implements Obligation {
        public Citation {
            requireNonNull(rule, "rule");
            sources = List.copyOf(sources);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("a citation needs a source");
            }
        }
    }

    /** A passage by name, with the days that it is valid on; never its text. */
    record Source(
            String passage,
            @Nullable String source,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        public Source {
            requireNonNull(passage, "passage");
        }
    }

    /** The answer promises something, which has to be kept. */
    record Promise(String rule, Commitment commitment) implements Obligation {
        public Promise {
            requireNonNull(rule, "rule");
            requireNonNull(commitment, "commitment");
        }
    }
}
