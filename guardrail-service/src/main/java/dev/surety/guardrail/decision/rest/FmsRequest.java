package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an FMS guardrails orchestrator sends to a detector. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "DetectorRequest")
public record FmsRequest(
        @Nullable List<@Nullable String> contents,

        @Schema(description = "stage (input or output), bot, channel, locale, jurisdiction, conversation, customer")
        @JsonProperty("detector_params")
        @Nullable
        Map<String, @Nullable JsonNode> parameters) {}
