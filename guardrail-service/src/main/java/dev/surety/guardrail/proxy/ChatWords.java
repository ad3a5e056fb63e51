package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.rest.EvaluationView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes completions in the words of the OpenAI protocol. Only members that are known to carry no text of the model, and
 * the text that was let through, are written: whatever else a model sends, such as its reasoning, stays here.
 */
final class ChatWords {
    private static final List<String> HARMLESS = List.of("system_fingerprint", "service_tier");

    private final ObjectMapper json;
    private final String id;
    private final long created;
    private final String model;
    private final ObjectNode harmless;

    ChatWords(ObjectMapper json, String requestId, Instant created, String model) {
        this.json = json;
        this.id = "chatcmpl-" + requestId;
        this.created = created.getEpochSecond();
        this.model = model;
        this.harmless = json.createObjectNode();
    }

    /** Takes over what may be taken over from the model's own answer. */
    void heed(JsonNode answer) {
        for (String member : HARMLESS) {
            if (answer.path(member).isTextual()) {
                harmless.set(member, answer.get(member));
            }
        }
    }

    /** A completion without its choices. */
    ObjectNode completion() {
        return frame("chat.completion");
    }

    private ObjectNode frame(String object) {
        ObjectNode frame = json.createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
        frame.setAll(harmless);
        return frame;
    }

    /** A choice of a whole completion. */
    ObjectNode choice(int index, @Nullable String content, @Nullable ArrayNode calls, String finishReason) {
        ObjectNode choice = json.createObjectNode().put("index", index);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", content);
        message.putNull("refusal");
        if (calls != null) {
            message.set("tool_calls", calls);
        }
        choice.putNull("logprobs");
        return choice.put("finish_reason", finishReason);
    }

    /** A piece with that delta. */
    ObjectNode chunk(int index, ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = frame("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.putNull("logprobs");
        choice.put("finish_reason", finishReason);
        return chunk;
    }

    ObjectNode beginning() {
        return json.createObjectNode().put("role", "assistant").put("content", "");
    }

    ObjectNode content(String text) {
        return json.createObjectNode().put("content", text);
    }

    ObjectNode calls(ArrayNode calls) {
        ObjectNode delta = json.createObjectNode();
        delta.set("tool_calls", calls);
        return delta;
    }

    ObjectNode nothing() {
        return json.createObjectNode();
    }

    /** A piece that says how many tokens were used. */
    ObjectNode usage(JsonNode usage) {
        ObjectNode chunk = frame("chat.completion.chunk");
        chunk.putArray("choices");
        chunk.set("usage", usage);
        return chunk;
    }

    /** What was decided, strongest first. */
    ObjectNode decided(List<Evaluation> evaluations) {
        List<Evaluation> ordered = evaluations.stream()
                .sorted(Comparator.comparing(one -> one.decision().action()))
                .toList();
        EvaluationView strongest = EvaluationView.of(ordered.getFirst());
        ObjectNode decided = json.createObjectNode().put("id", strongest.id()).put("action", strongest.action());
        decided.set("policy", json.valueToTree(strongest.policy()));
        ArrayNode decisions = decided.putArray("decisions");
        ArrayNode obligations = decided.putArray("obligations");
        for (Evaluation evaluation : evaluations) {
            EvaluationView view = EvaluationView.of(evaluation);
            ObjectNode decision = decisions
                    .addObject()
                    .put("id", view.id())
                    .put("stage", evaluation.exchange().stage().wireName())
                    .put("action", view.action());
            var streaming = view.effective().streaming();
            if (streaming != null) {
                decision.set("streaming", json.valueToTree(streaming));
            }
            view.obligations().forEach(obligation -> obligations.add(json.<JsonNode>valueToTree(obligation)));
        }
        return decided;
    }

    /** The member {@code guardrails} around it. */
    ObjectNode with(ObjectNode whole, List<Evaluation> evaluations) {
        if (!evaluations.isEmpty()) {
            whole.set("guardrails", decided(evaluations));
        }
        return whole;
    }
}
