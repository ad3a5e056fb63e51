package dev.surety.guardrail.history.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says of a decision. */
@Schema(name = "Feedback")
public record FeedbackRequest(
        @Schema(
                enumeration = {"false-positive", "false-negative", "correct"},
                examples = "false-positive")
        @Nullable
        String verdict,

        @Schema(
                description = "The rule that it is about; the decision as a whole when left out.",
                examples = "pii.payment")
        @Nullable
        String rule) {}
