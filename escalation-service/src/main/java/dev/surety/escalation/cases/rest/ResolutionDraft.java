package dev.surety.escalation.cases.rest;

import dev.surety.escalation.cases.ResolutionService;
import dev.surety.escalation.cases.RootCause;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an agent ends a case.
 *
 * @param rootCause why a human was needed
 * @param resolution what was done for the customer
 * @param prevention what keeps it from coming again
 */
@Schema(
        requiredProperties = {"rootCause", "resolution"},
        examples = """
                {"rootCause": "outdated-content", "resolution": "Refund window extended to 30 days",
                 "prevention": "The article on refunds was corrected"}""")
public record ResolutionDraft(
        @Nullable String rootCause,
        @Nullable String resolution,
        @Nullable String prevention) {
    private static final int LONGEST = 10_000;
    private static final String CAUSES =
            Arrays.stream(RootCause.values()).map(RootCause::code).collect(Collectors.joining(", "));

    /** The verdict, once everything in it is allowed. */
    ResolutionService.Verdict checked() {
        Violations violations = new Violations();
        Optional<RootCause> cause = rootCause == null ? Optional.empty() : RootCause.of(rootCause);
        if (cause.isEmpty()) {
            violations.add("/rootCause", "one of these is required: " + CAUSES);
        }
        String done = violations.required("/resolution", resolution, LONGEST);
        String kept = violations.optional("/prevention", prevention, LONGEST);
        violations.throwIfAny();
        return new ResolutionService.Verdict(cause.orElseThrow(), done, kept);
    }
}
