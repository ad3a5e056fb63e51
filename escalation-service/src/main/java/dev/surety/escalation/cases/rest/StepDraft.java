package dev.surety.escalation.cases.rest;

import dev.surety.escalation.cases.Step;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that an agent took.
 *
 * @param action what was done
 * @param system where
 */
@Schema(requiredProperties = "action", examples = """
                {"action": "Extended the refund window to 30 days", "system": "order system",
                 "expected": "window ends in December", "observed": "window ends on 3 December"}""")
public record StepDraft(
        @Nullable String action,
        @Nullable String system,
        @Nullable String expected,
        @Nullable String observed) {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 200;

    /** The step, once everything in it is allowed. */
    Step.Work checked() {
        Violations violations = new Violations();
        Step.Work work = new Step.Work(
                violations.required("/action", action, LONGEST),
                violations.optional("/system", system, LONGEST_NAME),
                violations.optional("/expected", expected, LONGEST),
                violations.optional("/observed", observed, LONGEST));
        violations.throwIfAny();
        return work;
    }
}
