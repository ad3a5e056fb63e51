package dev.surety.guardrail.policy;

import dev.surety.guardrail.StandardChecks;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.policy.cel.CelConditionEngine;

/** The baseline policy with the checks that the service brings, compiled once for all tests. */
public final class BaselinePolicy {
    public static final CheckCatalogue CHECKS = StandardChecks.catalogue();
    public static final Policy POLICY = compile();

    private BaselinePolicy() {}

    private static Policy compile() {
        try {
            return new PolicyCompiler(CHECKS, new CelConditionEngine()).compile(BundledDocuments.baseline());
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }
}
