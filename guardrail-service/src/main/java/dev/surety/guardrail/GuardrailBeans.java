package dev.surety.guardrail;

import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.detector.InstalledDetectors;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.check.RemoteCheck;
import dev.surety.guardrail.policy.ConditionEngine;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.stream.OpenStreams;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/** Puts the pure parts together; each exists once. */
public class GuardrailBeans {
    private static final Logger LOG = Logger.getLogger(GuardrailBeans.class);

    @Produces
    @Singleton
    CheckCatalogue checks(GuardrailConfig config) {
        if (config.detectors().isEmpty()) {
            return StandardChecks.catalogue();
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        // Not a constant: a native image must not be built with its state.
        SecureRandom chance = new SecureRandom();
        InstalledDetectors installed = new InstalledDetectors(client, System::nanoTime, () -> fence(chance));
        return StandardChecks.with(RemoteCheck.of(installed.of(config.detectors())));
    }

    @Produces
    @Singleton
    ConditionEngine conditions() {
        return new CelConditionEngine();
    }

    @Produces
    @Singleton
    PolicyCompiler compiler(CheckCatalogue checks, ConditionEngine conditions) {
        return new PolicyCompiler(checks, conditions);
    }

    @Produces
    @Singleton
    Evaluator evaluator(CheckCatalogue checks) {
        return new Evaluator(checks, GuardrailBeans::report);
    }

    private static String fence(SecureRandom chance) {
        byte[] fence = new byte[16];
        chance.nextBytes(fence);
        return HexFormat.of().formatHex(fence);
    }

    @Produces
    @Singleton
    PartialAnswers partialAnswers(CheckCatalogue checks) {
        return new PartialAnswers(checks, GuardrailBeans::report);
    }

    @Produces
    @Singleton
    OpenStreams openStreams(GuardrailConfig config, Clock clock) {
        GuardrailConfig.Streams limits = config.streams();
        return new OpenStreams(new OpenStreams.Limits(limits.inAll(), limits.perTenant(), limits.idle()), clock);
    }

    /** Without the failure's message, which may quote the customer. */
    private static void report(String check, Throwable failure) {
        if (failure instanceof NoAnswerException none) {
            // While a detector rests, every decision would say so again; the metrics count them.
            Logger.Level level =
                    none.reason() == NoAnswerException.Reason.RESTING ? Logger.Level.DEBUG : Logger.Level.WARN;
            LOG.logf(level, "Check %s has no answer: %s", check, none.getMessage());
            return;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.errorf(
                "Check %s failed with %s at %s",
                check, failure.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
    }
}
