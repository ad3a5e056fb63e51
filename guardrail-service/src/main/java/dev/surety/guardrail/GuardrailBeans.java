package dev.surety.guardrail;

import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.policy.ConditionEngine;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Puts the pure parts together; each exists once. */
public class GuardrailBeans {
    private static final Logger LOG = Logger.getLogger(GuardrailBeans.class);

    @Produces
    @Singleton
    CheckCatalogue checks() {
        return StandardChecks.catalogue();
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

    /** Without the failure's message, which may quote the customer. */
    private static void report(String check, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.errorf(
                "Check %s failed with %s at %s",
                check, failure.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
    }
}
