package dev.surety.guardrail.decision.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.Allowance;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets previews in, a few at a time, so that trying things out never slows down the decisions for customers. */
@Singleton
class PreviewGate {
    private final Allowance allowance;
    private final Semaphore places;

    @Inject
    PreviewGate(GuardrailConfig config, Clock clock) {
        this(config.preview().perMinute(), config.preview().atOnce(), clock);
    }

    PreviewGate(int perMinute, int atOnce, Clock clock) {
        this.allowance = new Allowance(perMinute, clock);
        this.places = new Semaphore(atOnce);
    }

    /**
     * What {@code work} gives.
     *
     * @throws ProblemException 429 when that person asks too often, or too many ask at once
     */
    <T> T pass(String tenant, String subject, Supplier<T> work) {
        Optional<Duration> wait = allowance.take(tenant + " " + subject);
        if (wait.isPresent()) {
            throw busy(
                    "You ask for previews faster than they are meant to be used.",
                    wait.get().toSeconds() + 1);
        }
        if (!places.tryAcquire()) {
            throw busy("Other previews are being worked on.", 1);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static ProblemException busy(String reason, long seconds) {
        return new ProblemException(
                new Problem(
                        ProblemTypes.TOO_MANY_REQUESTS,
                        "Too many previews",
                        429,
                        reason + " Try again after the time in Retry-After."),
                Map.of("Retry-After", Long.toString(seconds)));
    }
}
