package dev.surety.escalation.cases.rest;

import dev.surety.escalation.cases.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step on record; {@code agent} is a name. */
public record StepView(
        String id,
        String agent,
        String action,
        @Nullable String system,
        @Nullable String expected,
        @Nullable String observed,
        Instant at) {

    /** The step in the words of the interface. */
    static StepView of(Step step) {
        return new StepView(
                step.id().toString(),
                step.agent().name(),
                step.work().action(),
                step.work().system(),
                step.work().expected(),
                step.work().observed(),
                step.at());
    }
}
