package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckSettings;
import java.util.Optional;

/**
 * A detector at work in a policy. The policy gives it a name of its own, so one detector can look twice, with other
 * settings each time.
 *
 * @param detector the detector and the version that the policy was compiled with
 * @param restsOn what the detector rests on besides, as {@link dev.surety.guardrail.evaluation.Check#restsOn}
 */
public record CheckUse(Pin detector, CheckSettings settings, Optional<String> restsOn) {
    public CheckUse {
        requireNonNull(detector, "detector");
        requireNonNull(settings, "settings");
        requireNonNull(restsOn, "restsOn");
    }

    /** All that decides what the detector sees: {@code remote@1} or, on something, {@code remote@1 on <what>}. */
    String identity() {
        return restsOn.map(ground -> detector + " on " + ground).orElseGet(detector::toString);
    }
}
