package dev.surety.guardrail.stream;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.Side;
import dev.surety.guardrail.policy.StreamMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How answers are streamed under one policy; it follows from the policy and the reach of its checks alone.
 *
 * @param mode what really happens; {@link StreamMode#BUFFER} where a rule leaves nothing else
 * @param forcedBy the rules that leave nothing else, because they can only be decided about the whole answer
 * @param early the rules that do not read the answer: they are decided before it begins
 * @param passing the rules that are decided about each part of the answer
 * @param before how many characters before a part have to be looked at with it
 * @param behind how many characters behind a part have to be there before it is released
 */
public record StreamPlan(
        StreamMode mode, List<String> forcedBy, List<Rule> early, List<Rule> passing, int before, int behind) {
    public StreamPlan {
        requireNonNull(mode, "mode");
        forcedBy = List.copyOf(forcedBy);
        early = List.copyOf(early);
        passing = List.copyOf(passing);
    }

    /** The plan for a policy that asks for {@code wanted}. */
    public static StreamPlan of(Policy policy, StreamMode wanted, PartialAnswers answers) {
        List<String> forcedBy = new ArrayList<>();
        List<Rule> early = new ArrayList<>();
        List<Rule> passing = new ArrayList<>();
        int before = 0;
        int behind = 0;
        for (Rule rule : policy.rulesAt(Stage.OUTPUT)) {
            Span span = span(rule, policy, answers);
            boolean heeded = rule.enforced() && !mayWait(rule);
            if (span.readsNothing() && rule.enforced()) {
                early.add(rule);
            } else if (heeded && (span.whole() || begins(rule))) {
                forcedBy.add(rule.id());
            } else if (heeded) {
                passing.add(rule);
                before = Math.max(before, span.before());
                behind = Math.max(behind, span.behind());
            }
        }
        // Whoever releases first has said so in the policy; the rules are then decided as far as they can be.
        boolean forced = wanted == StreamMode.HOLD && !forcedBy.isEmpty();
        return new StreamPlan(
                forced ? StreamMode.BUFFER : wanted, forced ? forcedBy : List.of(), early, passing, before, behind);
    }

    /** Whether all that the rule can do is put something behind the answer, or nothing. */
    private static boolean mayWait(Rule rule) {
        return rule.then().stream()
                .allMatch(branch ->
                        branch.consequence().action().compareTo(Action.ANNOTATE) >= 0 && !begins(branch.consequence()));
    }

    private static boolean begins(Rule rule) {
        return rule.then().stream().anyMatch(branch -> begins(branch.consequence()));
    }

    private static boolean begins(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Label label -> label.side() == Side.PREPEND;
            case Consequence.Disclaim(var _, Side side) -> side == Side.PREPEND;
            case Consequence.Block _,
                    Consequence.Escalate _,
                    Consequence.Replace _,
                    Consequence.Redact _,
                    Consequence.Allow _ -> false;
        };
    }

    private static Span span(Rule rule, Policy policy, PartialAnswers answers) {
        Span span = new Span(true, false, 0, 0);
        for (String check : rule.needs()) {
            span = span.with(answers.reach(policy, check));
        }
        return span;
    }

    private record Span(boolean readsNothing, boolean whole, int before, int behind) {
        Span with(Reach reach) {
            return switch (reach) {
                case Reach.Nothing _ -> this;
                case Reach.Whole _ -> new Span(false, true, before, behind);
                case Reach.Sentence sentence ->
                    new Span(false, whole, Math.max(before, sentence.before()), Math.max(behind, sentence.behind()));
                case Reach.Within(int characters, boolean _) ->
                    new Span(false, whole, Math.max(before, characters), Math.max(behind, characters));
            };
        }
    }
}
