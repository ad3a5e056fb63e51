package dev.surety.guardrail.pseudonym.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text to restore, and the sealed values of the decisions that masked it. */
@Schema(description = "A text with pseudonyms, and the boxes that came with the decisions of its conversation.")
public record RevealRequest(
        @Schema(description = "The conversation of the decisions.") @Nullable
        String conversation,

        @Nullable String text,

        @Schema(description = "effective.sealedPseudonyms of every decision whose pseudonyms may stand in the text.")
        @Nullable
        List<@Nullable String> sealed) {}
