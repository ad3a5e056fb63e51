package dev.surety.guardrail.proxy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.proxy.upstream.Upstream;

/**
 * A request whose customer's words have been decided about.
 *
 * @param input the decision about them
 * @param prompt what the model may read, when it may
 * @param output the exchange at stage output, without an answer yet
 */
public record Admission(
        String tenant,
        ChatRequest request,
        Policy policy,
        Evaluation input,
        ObjectNode prompt,
        Exchange output,
        Upstream upstream) {
    public Admission {
        requireNonNull(tenant, "tenant");
        requireNonNull(request, "request");
        requireNonNull(policy, "policy");
        requireNonNull(input, "input");
        requireNonNull(prompt, "prompt");
        requireNonNull(output, "output");
        requireNonNull(upstream, "upstream");
    }

    /** Whether the customer gets a text of the policy's instead of an answer of the model. */
    public boolean isReplaced() {
        return replaces(input);
    }

    /** Whether the caller asked for a stream. */
    public boolean isStreaming() {
        return request.streaming();
    }

    /** Whether a replaced answer is an error to the caller. */
    public boolean failsWhenReplaced() {
        return request.failsWhenReplaced();
    }

    static boolean replaces(Evaluation evaluation) {
        return evaluation.decision().action().compareTo(Action.REPLACE) <= 0;
    }
}
