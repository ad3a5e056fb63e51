package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What LiteLLM shall do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LiteLlmAnswer")
public record LiteLlmView(
        @Schema(enumeration = {"BLOCKED", "NONE", "GUARDRAIL_INTERVENED"})
        String action,

        @Schema(description = "The text for the customer, when blocked.") @JsonProperty("blocked_reason") @Nullable
        String blockedReason,

        @Schema(description = "The texts to go on with, when intervened: as many as were sent, in their order.")
        @Nullable
        List<String> texts) {

    static LiteLlmView nothing() {
        return new LiteLlmView("NONE", null, null);
    }

    static LiteLlmView blocked(String reason) {
        return new LiteLlmView("BLOCKED", reason, null);
    }

    static LiteLlmView intervened(List<String> texts) {
        return new LiteLlmView("GUARDRAIL_INTERVENED", null, List.copyOf(texts));
    }
}
