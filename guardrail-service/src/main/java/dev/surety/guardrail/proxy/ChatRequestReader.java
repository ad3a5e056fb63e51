package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ConversationPart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.CustomerPart;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completion requests. What it does not know goes to the model unchanged, unless it would bring an answer
 * that nobody can judge, or would carry text past the judgement: that is refused, or taken out.
 */
final class ChatRequestReader {
    private static final String EXTENSION = "guardrails";

    /** Token probabilities spell the answer out before anything in it is masked. */
    private static final List<String> TAKEN_OUT = List.of(EXTENSION, "logprobs", "top_logprobs");

    private static final Set<String> REFUSED = Set.of("functions", "function_call", "audio");

    private final ObjectMapper json;
    private final Supplier<UUID> identifiers;
    private final Defaults defaults;

    /**
     * What holds where a request says nothing.
     *
     * @param choices the most answers to one request
     */
    record Defaults(String channel, String locale, int choices) {}

    ChatRequestReader(ObjectMapper json, Supplier<UUID> identifiers, Defaults defaults) {
        this.json = json;
        this.identifiers = identifiers;
        this.defaults = defaults;
    }

    ChatRequest read(@Nullable JsonNode given) throws ChatFailure {
        if (!(given instanceof ObjectNode whole)) {
            throw new ChatFailure(400, "invalid_json", null, "A JSON object is required.");
        }
        ObjectNode body = whole.deepCopy();
        String model = body.path("model").textValue();
        if (model == null || model.isBlank()) {
            throw ChatFailure.invalid("model", "The name of a model is required.");
        }
        refuseWhatCannotBeJudged(body);
        ChatExtension extension = extension(body.get(EXTENSION));
        ChatMessages messages = ChatMessages.read(body.get("messages"));
        body.remove(TAKEN_OUT);
        String requestId = Objects.requireNonNullElseGet(
                extension.requestId(), () -> identifiers.get().toString());
        return new ChatRequest(
                body,
                model,
                flag(body, "stream"),
                opening(body, model, requestId, extension, messages),
                messages.judged(),
                failsWhenReplaced(extension));
    }

    private void refuseWhatCannotBeJudged(ObjectNode body) throws ChatFailure {
        for (String member : REFUSED) {
            if (body.hasNonNull(member)) {
                throw ChatFailure.invalid(member, "'" + member + "' is not taken here, because it cannot be judged.");
            }
        }
        for (JsonNode modality : body.path("modalities")) {
            if (!modality.asText().equals("text")) {
                throw ChatFailure.invalid("modalities", "Only text can be judged; leave out " + modality + ".");
            }
        }
        JsonNode choices = body.path("n");
        if (!choices.isMissingNode()
                && (!choices.isInt() || choices.asInt() < 1 || choices.asInt() > defaults.choices())) {
            throw ChatFailure.invalid("n", "A whole number from 1 to " + defaults.choices() + " was expected.");
        }
    }

    private ChatExtension extension(@Nullable JsonNode node) throws ChatFailure {
        if (node == null || node.isNull()) {
            return ChatExtension.NONE;
        }
        try {
            return json.treeToValue(node, ChatExtension.class);
        } catch (JsonProcessingException malformed) {
            throw ChatFailure.invalid(
                    EXTENSION,
                    "guardrails is an object with bot, conversation, customer, passages, attributes, requestId,"
                            + " promptVersion and on_block, as POST /v1/evaluations takes them; something in it is not.");
        }
    }

    private EvaluationRequest opening(
            ObjectNode body, String model, String requestId, ChatExtension extension, ChatMessages messages) {
        ConversationPart conversation = extension.conversation();
        CustomerPart customer = extension.customer();
        return new EvaluationRequest(
                requestId,
                Objects.requireNonNullElse(extension.bot(), model),
                "output",
                conversation == null ? conversation(requestId, messages) : completed(conversation, requestId, messages),
                customer == null ? new CustomerPart(customer(body), List.of()) : customer,
                messages.parts(),
                new EvaluationRequest.ResponsePart(".", model, extension.promptVersion()),
                new EvaluationRequest.ContextPart(messages.withResults(extension.passages())),
                extension.attributes(),
                null);
    }

    private ConversationPart conversation(String requestId, ChatMessages messages) {
        return new ConversationPart(requestId, messages.turn(), defaults.channel(), defaults.locale(), null);
    }

    private ConversationPart completed(ConversationPart given, String requestId, ChatMessages messages) {
        return new ConversationPart(
                Objects.requireNonNullElse(given.id(), requestId),
                Objects.requireNonNullElse(given.turn(), messages.turn()),
                Objects.requireNonNullElse(given.channel(), defaults.channel()),
                Objects.requireNonNullElse(given.locale(), defaults.locale()),
                given.jurisdiction());
    }

    /** What the protocol has for this: a reference to the end user. */
    private static String customer(ObjectNode body) {
        String named = body.path("safety_identifier").asText(body.path("user").asText(""));
        return named.isBlank() ? "unknown" : named;
    }

    private static boolean failsWhenReplaced(ChatExtension extension) throws ChatFailure {
        return switch (Objects.requireNonNullElse(extension.onBlock(), "completion")) {
            case "completion" -> false;
            case "http_400" -> true;
            case String _ -> throw ChatFailure.invalid("guardrails.on_block", "completion or http_400 was expected.");
        };
    }

    private static boolean flag(ObjectNode body, String name) throws ChatFailure {
        JsonNode value = body.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw ChatFailure.invalid(name, "true or false was expected.");
        }
        return value.asBoolean(false);
    }
}
