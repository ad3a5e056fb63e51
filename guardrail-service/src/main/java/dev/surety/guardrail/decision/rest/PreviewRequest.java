package dev.surety.guardrail.decision.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exchange to try out. */
@Schema(description = "An exchange to try out, and the policy to try it with.")
public record PreviewRequest(
        @Schema(description = "The same request as for a decision.") @Nullable
        EvaluationRequest exchange,

        @Schema(description = "A policy document (YAML) to decide by; the policy in force when left out.") @Nullable
        String policy) {}
