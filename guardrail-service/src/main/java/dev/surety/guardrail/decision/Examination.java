package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckResult;
import java.util.List;
import java.util.Optional;

/** A decision and everything that the checks showed on the way to it, for people who work on a policy. */
public record Examination(Decision decision, List<Observed> checks) {
    public Examination {
        requireNonNull(decision, "decision");
        checks = List.copyOf(checks);
    }

    /**
     * What one check showed.
     *
     * @param detector the check and its version, for example {@code pii@2}
     * @param result empty when the check could not do its work
     * @param timedOut whether that was because there was no time left to begin
     */
    public record Observed(String check, String detector, Optional<CheckResult> result, boolean timedOut, long micros) {
        public Observed {
            requireNonNull(check, "check");
            requireNonNull(detector, "detector");
            requireNonNull(result, "result");
        }
    }
}
