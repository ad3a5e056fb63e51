package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Priority;
import dev.surety.guardrail.policy.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides exchanges: runs the checks that the policy's rules need, judges the rules, lets the strongest enforced
 * result win and composes the text. Pure and thread-safe; the same exchange under the same policy gives the same
 * decision.
 */
public final class Evaluator {
    private final CheckCatalogue catalogue;
    private final FailedCheckListener listener;

    public Evaluator(CheckCatalogue catalogue, FailedCheckListener listener) {
        this.listener = requireNonNull(listener, "listener");
        this.catalogue = requireNonNull(catalogue, "catalogue");
    }

    public Decision evaluate(Exchange exchange, Policy policy) {
        return decide(exchange, policy, observe(exchange, policy));
    }

    /** The same decision, with everything that the checks showed on the way. */
    public Examination examine(Exchange exchange, Policy policy) {
        Observations observations = observe(exchange, policy);
        return new Examination(decide(exchange, policy, observations), observations.reported());
    }

    private Observations observe(Exchange exchange, Policy policy) {
        return Observations.of(exchange, policy, policy.rulesAt(exchange.stage()), catalogue, listener);
    }

    private static Decision decide(Exchange exchange, Policy policy, Observations observations) {
        List<Rule> rules = policy.rulesAt(exchange.stage());
        RuleJudge judge = new RuleJudge(policy.defaults(), observations, new ExchangeVariables(exchange, observations));
        List<Judgement> judgements = rules.stream().map(judge::judge).toList();
        List<Judgement> counting = judgements.stream().filter(Judgement::counts).toList();
        Optional<Judgement> winner = winner(counting);
        Action action = winner.map(Judgement::action).orElse(Action.ALLOW);
        CustomerTexts texts = CustomerTexts.of(policy.templates(), exchange);
        return new Decision(
                action,
                new TextComposition(exchange, texts).compose(counting, winner),
                Obligations.of(counting, action, texts),
                policy.identity(),
                judgements.stream().map(Judgement::result).toList(),
                judge.degraded());
    }

    /** The strongest action; among escalations the most urgent; else the rule that the policy names first. */
    private static Optional<Judgement> winner(List<Judgement> counting) {
        return counting.stream().min(Comparator.comparing(Judgement::action).thenComparing(Evaluator::urgency));
    }

    private static Priority urgency(Judgement judgement) {
        return judgement.consequence() instanceof Consequence.Escalate escalate ? escalate.priority() : Priority.P4;
    }
}
