package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code guardrails} of a chat completion request. All of it may be left out; then the bot is named after the
 * model, and every call is a conversation of its own.
 */
@Schema(description = "What guardrail-service has to know beside the chat.")
public record ChatExtension(
        @Nullable String requestId,
        @Nullable String bot,
        EvaluationRequest.@Nullable ConversationPart conversation,
        EvaluationRequest.@Nullable CustomerPart customer,
        @Nullable List<EvaluationRequest.@Nullable PassagePart> passages,
        @Nullable Map<String, @Nullable String> attributes,
        @Nullable String promptVersion,

        @Schema(
                description = "What a replaced answer looks like: a completion, or status 400.",
                enumeration = {"completion", "http_400"})
        @JsonProperty("on_block")
        @Nullable
        String onBlock) {
    static final ChatExtension NONE = new ChatExtension(null, null, null, null, null, null, null, null);
}
