package dev.surety.guardrail.stream.rest;

import dev.surety.guardrail.stream.NumberedStream;
import dev.surety.guardrail.stream.StreamPlan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stream that is open. */
@Schema(description = "A stream that is open.")
public record StreamView(
        String streamId,

        @Schema(
                enumeration = {"hold", "buffer", "optimistic"},
                description = "What really happens; buffer where a rule leaves nothing else.")
        String mode,

        @Schema(
                description =
                        "The rules that can only be decided about the whole answer, where they force mode buffer.")
        List<String> forcedBy,

        @Schema(
                description =
                        "How many characters behind the end of a sentence have to be there before it is released.")
        int holdBackChars) {
    static StreamView of(NumberedStream stream) {
        StreamPlan plan = stream.plan();
        return new StreamView(stream.id().toString(), plan.mode().wireName(), plan.forcedBy(), plan.behind());
    }
}
