package dev.surety.guardrail.stream.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The next piece of an answer. */
@Schema(description = "The next piece of an answer. Sending the same piece again is safe.")
public record StreamChunk(
        @Schema(description = "The number of the piece; the first is 0.", examples = "0") @Nullable
        Integer seq,

        @Schema(description = "The piece; it may begin and end anywhere.", examples = "You can return them ") @Nullable
        String delta,

        @Schema(description = "Whether it is the last one; false when left out.") @JsonProperty("final") @Nullable
        Boolean last) {}
