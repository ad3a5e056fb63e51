package dev.surety.guardrail.decision;

import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects what follows from the judgements besides the text. */
final class Obligations {
    /** Actions that take the place of the bot's text, and with it of its disclaimers. */
    private static final Set<Action> REPLACING = Set.of(Action.BLOCK, Action.ESCALATE, Action.REPLACE);

    private Obligations() {}

    /**
     * The obligations of a decision: escalations first, the most urgent first. An escalation stands even when a
     * stronger action decides about the text, because the customer still needs the human.
     */
    static List<Obligation> of(List<Judgement> counting, Action action, CustomerTexts texts) {
        List<Obligation.Escalation> escalations = new ArrayList<>();
        List<Obligation> others = new ArrayList<>();
        for (Judgement judgement : counting) {
            String rule = judgement.rule().id();
            switch (judgement.consequence()) {
                case Consequence.Escalate escalate ->
                    addOnce(
                            escalations,
                            new Obligation.Escalation(
                                    rule,
                                    escalate.queue(),
                                    escalate.priority(),
                                    judgement.result().reasonCode(),
                                    texts.reply(escalate.template()).content()));
                case Consequence.Disclaim disclaim -> {
                    if (!REPLACING.contains(action)) {
                        Templates.Text text = texts.disclaimer(disclaim.disclaimer());
                        others.add(new Obligation.Disclaimer(
                                rule, disclaim.disclaimer(), text.reference(), text.content()));
                    }
                }
                case Consequence.Label label -> others.add(label(rule, label.label(), texts, true));
                case Consequence.Allow(String label) -> {
                    if (label != null) {
                        others.add(label(rule, label, texts, false));
                    }
                }
                case Consequence.Block _, Consequence.Replace _, Consequence.Redact _ -> {}
                case null -> {}
            }
        }
        escalations.sort(Comparator.comparing(Obligation.Escalation::priority));
        List<Obligation> all = new ArrayList<>(escalations);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Several rules that could not be judged ask for the same person for the same reason. */
    private static void addOnce(List<Obligation.Escalation> escalations, Obligation.Escalation escalation) {
        boolean there = escalations.stream()
                .anyMatch(other -> other.queue().equals(escalation.queue())
                        && other.reasonCode().equals(escalation.reasonCode())
                        && other.priority() == escalation.priority());
        if (!there) {
            escalations.add(escalation);
        }
    }

    private static Obligation.Label label(String rule, String name, CustomerTexts texts, boolean visible) {
        Templates.Text text = texts.label(name);
        return new Obligation.Label(rule, name, text.reference(), text.content(), visible);
    }
}
