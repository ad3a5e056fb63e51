package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.transcript.Exchange;
import java.util.List;

/**
 * A decision that calls for a human.
 *
 * @param headline one sentence in plain words: why a human is needed
 * @param reasonCodes the policy's names for the reasons, most urgent first, each once
 * @param reasons the rules that asked for a human
 * @param passages what the bot had before it
 */
public record Escalation(
        Conversation conversation,
        Urgency urgency,
        String headline,
        List<String> reasonCodes,
        List<Reason> reasons,
        List<Passage> passages,
        Exchange exchange) {
    public Escalation {
        requireNonNull(conversation, "conversation");
        requireNonNull(urgency, "urgency");
        requireNonNull(headline, "headline");
        reasonCodes = List.copyOf(reasonCodes);
        reasons = List.copyOf(reasons);
        passages = List.copyOf(passages);
        requireNonNull(exchange, "exchange");
    }

    /** The decision that asked. */
    public String decisionId() {
        return exchange.decisionId();
    }
}
