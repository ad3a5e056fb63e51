package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import java.util.List;

/**
 * What may happen with an exchange, and why. It follows from the exchange and the policy alone.
 *
 * @param action the strongest action of the enforced results
 * @param handoffs the texts that hand the customer over, each with what the policy said of it
 */
public record Decision(
        Action action,
        Delivered delivered,
        List<Obligation> obligations,
        Policy.Identity policy,
        List<RuleResult> results,
        List<Degradation> degraded,
        List<Handoff> handoffs) {
    public Decision {
        requireNonNull(action, "action");
        requireNonNull(delivered, "delivered");
        obligations = List.copyOf(obligations);
        requireNonNull(policy, "policy");
        results = List.copyOf(results);
        degraded = List.copyOf(degraded);
        handoffs = List.copyOf(handoffs);
    }
}
