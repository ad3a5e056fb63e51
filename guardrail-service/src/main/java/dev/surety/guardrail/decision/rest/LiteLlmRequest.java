package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What LiteLLM sends to a guardrail, as far as it is read here; its interface grows, so the rest is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "LiteLlmRequest")
public record LiteLlmRequest(
        @Nullable List<@Nullable String> texts,

        @Schema(enumeration = {"request", "response"}) @JsonProperty("input_type") @Nullable
        String inputType,

        @JsonProperty("litellm_call_id") @Nullable String callId,
        @JsonProperty("litellm_trace_id") @Nullable String traceId,

        @Schema(description = "The messages that the texts come from; says who wrote which.")
        @JsonProperty("structured_messages")
        @Nullable
        List<@Nullable MessagePart> messages,

        @Nullable List<@Nullable JsonNode> images,
        @JsonProperty("request_data") @Nullable DataPart data,

        @Schema(description = "bot, channel, locale, jurisdiction, conversation, customer")
        @JsonProperty("additional_provider_specific_params")
        @Nullable
        Map<String, @Nullable JsonNode> parameters) {

    /** A message; its content is a text or a list of parts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "LiteLlmMessage")
    public record MessagePart(
            @Nullable String role, @Nullable JsonNode content) {}

    /** Who asked LiteLLM. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "LiteLlmData")
    public record DataPart(
            @JsonProperty("user_api_key_end_user_id") @Nullable
            String endUser) {}
}
