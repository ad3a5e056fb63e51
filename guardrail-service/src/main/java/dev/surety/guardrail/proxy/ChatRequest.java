package dev.surety.guardrail.proxy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion request that can be judged as a whole.
 *
 * @param body what goes to the model once the messages have been judged
 * @param opening the exchange, as far as it is known before the model answers
 * @param judged for each message of the exchange, its place among those of the body
 * @param failsWhenReplaced whether a replaced answer is an error to the caller
 */
record ChatRequest(
        ObjectNode body,
        String model,
        boolean streaming,
        EvaluationRequest opening,
        List<Integer> judged,
        boolean failsWhenReplaced) {
    ChatRequest {
        requireNonNull(body, "body");
        requireNonNull(model, "model");
        requireNonNull(opening, "opening");
        judged = List.copyOf(judged);
    }

    String requestId() {
        return requireNonNull(opening.requestId());
    }

    /** The exchange at a stage, under a name of its own. */
    EvaluationRequest at(String stage, String suffix, @Nullable String content) {
        EvaluationRequest.ResponsePart response = opening.response();
        return new EvaluationRequest(
                opening.requestId() + suffix,
                opening.bot(),
                stage,
                opening.conversation(),
                opening.customer(),
                opening.messages(),
                content == null || response == null
                        ? null
                        : new EvaluationRequest.ResponsePart(content, response.model(), response.promptVersion()),
                opening.context(),
                opening.attributes(),
                opening.options());
    }
}
