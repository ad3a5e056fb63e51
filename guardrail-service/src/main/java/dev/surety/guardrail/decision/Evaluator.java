package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.WaitingCheck;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.CheckUse;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Priority;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.pseudonym.Pseudonymizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides exchanges: runs the checks that the policy's rules need, judges the rules, lets the strongest enforced
 * result win and composes the text. Thread-safe; unless the policy has others asked, it is pure, and the same exchange
 * under the same policy gives the same decision.
 */
public final class Evaluator {
    private final CheckCatalogue catalogue;
    private final FailedCheckListener listener;

    public Evaluator(CheckCatalogue catalogue, FailedCheckListener listener) {
        this.listener = requireNonNull(listener, "listener");
        this.catalogue = requireNonNull(catalogue, "catalogue");
    }

    public Decision evaluate(Exchange exchange, Policy policy) {
        return examine(exchange, policy, Deadline.NONE).decision();
    }

    /** Decides about an answer of which the customer has a part already. */
    public Decision evaluate(Exchange exchange, Policy policy, Released released) {
        return examine(exchange, policy, released).decision();
    }

    /** The same decision, with everything that the checks showed on the way. */
    public Examination examine(Exchange exchange, Policy policy) {
        return examine(exchange, policy, Deadline.NONE);
    }

    /** The same, with checks that are begun before the deadline only. */
    public Examination examine(Exchange exchange, Policy policy, Deadline deadline) {
        return examine(exchange, policy, deadline, Pseudonymizer.NONE);
    }

    /** The same, with the codes of the conversation in the masks that the policy wants to have them. */
    public Examination examine(Exchange exchange, Policy policy, Deadline deadline, Pseudonymizer pseudonymizer) {
        return examine(exchange, policy, deadline, pseudonymizer, null);
    }

    /** The same about an answer of which the customer has a part already. */
    public Examination examine(Exchange exchange, Policy policy, Released released) {
        return examine(exchange, policy, Deadline.NONE, Pseudonymizer.NONE, released);
    }

    private Examination examine(
            Exchange exchange,
            Policy policy,
            Deadline deadline,
            Pseudonymizer pseudonymizer,
            @Nullable Released released) {
        Judged judged = judge(exchange, policy, policy.rulesAt(exchange.stage()), deadline);
        return new Examination(
                compose(exchange, policy, judged, pseudonymizer, released),
                judged.observations().reported());
    }

    private Decision compose(
            Exchange exchange, Policy policy, Judged judged, Pseudonymizer pseudonymizer, @Nullable Released released) {
        List<Judgement> counting = judged.counting();
        Optional<Judgement> winner = winner(counting);
        Action action = winner.map(Judgement::action).orElse(Action.ALLOW);
        CustomerTexts texts =
                CustomerTexts.of(policy, exchange, new ExchangeVariables(exchange, judged.observations()));
        List<Handoff> handoffs = handoffs(exchange, policy, counting, action, texts);
        return new Decision(
                action,
                new TextComposition(exchange, texts, handoffs, pseudonymizer).compose(counting, winner, released),
                new Obligations(exchange, texts, handoffs).of(counting, action),
                policy.identity(),
                judged.all().stream().map(Judgement::result).toList(),
                judged.degraded(),
                handoffs);
    }

    /**
     * The decision by those rules alone that ask no other system: it can be repeated, and costs nobody anything. A test
     * that stands in a policy is decided so.
     */
    Decision evaluateWithoutAsking(Exchange exchange, Policy policy) {
        Judged judged = judge(exchange, policy, ownRules(exchange, policy), Deadline.NONE);
        return compose(exchange, policy, judged, Pseudonymizer.NONE, null);
    }

    private List<Rule> ownRules(Exchange exchange, Policy policy) {
        return policy.rulesAt(exchange.stage()).stream()
                .filter(rule -> rule.needs().stream().noneMatch(check -> asksOthers(check, policy)))
                .toList();
    }

    private boolean asksOthers(String check, Policy policy) {
        CheckUse use = policy.checks().get(check);
        return use != null && catalogue.named(use.detector().name()).orElseThrow() instanceof WaitingCheck;
    }

    private Judged judge(Exchange exchange, Policy policy, List<Rule> rules, Deadline deadline) {
        Observations observations =
                Observations.of(exchange, policy, rules, new Observer(catalogue, listener, deadline));
        RuleJudge judge = new RuleJudge(policy.defaults(), observations, new ExchangeVariables(exchange, observations));
        List<Judgement> judgements = rules.stream().map(judge::judge).toList();
        return new Judged(observations, judgements, judge.degraded());
    }

    /** What the rules made of what the checks saw. */
    private record Judged(Observations observations, List<Judgement> all, List<Degradation> degraded) {
        List<Judgement> counting() {
            return all.stream().filter(Judgement::counts).toList();
        }
    }

    /** Each text that hands over in this decision, judged once. */
    private List<Handoff> handoffs(
            Exchange exchange, Policy policy, List<Judgement> counting, Action action, CustomerTexts texts) {
        Map<String, Handoff> byText = new LinkedHashMap<>();
        Obligations.escalations(counting, action)
                .forEach(escalate -> byText.computeIfAbsent(
                        texts.handover(escalate).reference(), _ -> handoff(escalate, exchange, policy, texts)));
        return List.copyOf(byText.values());
    }

    /**
     * A text that hands over goes to the customer like any answer, so the policy judges it like one: alone, because the
     * customer's words have had their judgement, and at stage output, from where nothing is handed over again. No other
     * system is asked about it: it is the operator's own text, and a hand-over must not wait for a system that is away.
     */
    private Handoff handoff(Consequence.Escalate escalate, Exchange exchange, Policy policy, CustomerTexts texts) {
        String template = escalate.template();
        Templates.Text intended = texts.handover(escalate);
        Exchange alone = exchange.ofAnswer(intended.content());
        List<Judgement> counting =
                judge(alone, policy, ownRules(alone, policy), Deadline.NONE).counting();
        Action action = winner(counting).map(Judgement::action).orElse(Action.ALLOW);
        List<String> rules = counting.stream()
                .filter(judgement -> judgement.action() != Action.ALLOW)
                .map(judgement -> judgement.rule().id())
                .toList();
        return switch (action) {
            case BLOCK, ESCALATE, REPLACE ->
                new Handoff(
                        template, texts.reply(policy.defaults().handoff()), intended.reference(), action, rules, true);
            // A template says nothing of any customer: what looks like personal data in it is the operator's own, say
            // the number of a helpline, which must be readable. Labels and disclaimers are put around the whole text,
            // once.
            case REDACT, ANNOTATE, ALLOW -> new Handoff(template, intended, intended.reference(), action, rules, false);
        };
    }

    /** The strongest action; among escalations the most urgent; else the rule that the policy names first. */
    private static Optional<Judgement> winner(List<Judgement> counting) {
        return counting.stream().min(Comparator.comparing(Judgement::action).thenComparing(Evaluator::urgency));
    }

    private static Priority urgency(Judgement judgement) {
        return judgement.consequence() instanceof Consequence.Escalate escalate ? escalate.priority() : Priority.P4;
    }
}
