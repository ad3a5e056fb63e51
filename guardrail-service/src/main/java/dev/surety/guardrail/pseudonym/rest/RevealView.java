package dev.surety.guardrail.pseudonym.rest;

import dev.surety.guardrail.pseudonym.Restoration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restored text. */
public record RevealView(
        String text,

        @Schema(description = "In how many places a value stands again.")
        int restored) {
    static RevealView of(Restoration restoration) {
        return new RevealView(restoration.text(), restoration.restored());
    }
}
