package dev.surety.benchmarks;

import dev.surety.guardrail.StandardChecks;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.BundledDocuments;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.cel.CelConditionEngine;

/** The service's own evaluator with all of its checks, under the baseline policy or another one. No server is needed. */
public final class BaselineDecisions {
    private final Evaluator evaluator;
    private final Policy policy;

    /** Decides by the baseline. */
    public BaselineDecisions() {
        this(BundledDocuments.baseline());
    }

    private BaselineDecisions(PolicySource source) {
        CheckCatalogue checks = StandardChecks.catalogue();
        evaluator = new Evaluator(checks, (check, failure) -> {
            throw new IllegalStateException("check " + check + " failed", failure);
        });
        try {
            policy = new PolicyCompiler(checks, new CelConditionEngine()).compile(source);
        } catch (PolicyRefusedException refused) {
            throw new IllegalStateException("the policy is refused: " + refused.getMessage(), refused);
        }
    }

    /** Decides by that document. */
    public static BaselineDecisions under(String document) {
        return new BaselineDecisions(new PolicySource("benchmark.yaml", document));
    }

    public Policy.Identity policy() {
        return policy.identity();
    }

    public Decision decide(Exchange exchange) {
        return evaluator.evaluate(exchange, policy);
    }
}
