package dev.surety.guardrail.evaluation;

import java.time.Duration;

/**
 * A check that asks another system, so that it has to wait, may get no answer, and may get another one tomorrow. It is
 * safe to run beside others on a thread of its own, and ends soon after its time is up or it is interrupted.
 */
public interface WaitingCheck extends Check {
    /** How long the policy lets it wait. */
    Duration patience(CheckSettings settings);

    /**
     * Examines the exchange.
     *
     * @param time how long to wait at most
     * @throws NoAnswerException when there is no answer that can be used
     */
    CheckResult examine(Exchange exchange, CheckSettings settings, Duration time);

    /** The same with all the time that the policy gives. */
    @Override
    default CheckResult examine(Exchange exchange, CheckSettings settings) {
        return examine(exchange, settings, patience(settings));
    }
}
