package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckSettings;

/**
 * A detector at work in a policy. The policy gives it a name of its own, so one detector can look twice, with other
 * settings each time.
 *
 * @param detector the detector and the version that the policy was compiled with
 */
public record CheckUse(Pin detector, CheckSettings settings) {
    public CheckUse {
        requireNonNull(detector, "detector");
        requireNonNull(settings, "settings");
    }
}
