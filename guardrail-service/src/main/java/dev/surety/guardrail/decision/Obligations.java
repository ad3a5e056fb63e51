package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Attachment;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what follows from the judgements besides the text. */
final class Obligations {
    /** Actions that take the place of the bot's text, and with it of its disclaimers, sources and promises. */
    private static final Set<Action> REPLACING = Set.of(Action.BLOCK, Action.ESCALATE, Action.REPLACE);

    private final Exchange exchange;
    private final CustomerTexts texts;
    private final List<Handoff> handoffs;
    private final List<Obligation.Escalation> escalations = new ArrayList<>();
    private final List<Obligation> others = new ArrayList<>();

    Obligations(Exchange exchange, CustomerTexts texts, List<Handoff> handoffs) {
        this.exchange = exchange;
        this.texts = texts;
        this.handoffs = handoffs;
    }

    /**
     * The escalations that bring a human in. Beside a text that is blocked they do so only where the policy says that
     * the human is needed nevertheless.
     */
    static Stream<Consequence.Escalate> escalations(List<Judgement> counting, Action action) {
        return counting.stream()
                .flatMap(judgement -> judgement.consequence() instanceof Consequence.Escalate escalate
                        ? Stream.of(escalate)
                        : Stream.empty())
                .filter(escalate -> bringsHuman(escalate, action));
    }

    private static boolean bringsHuman(Consequence.Escalate escalate, Action action) {
        return action != Action.BLOCK || escalate.alsoWhenBlocked();
    }

    /** The obligations of a decision: escalations first, the most urgent first. */
    List<Obligation> of(List<Judgement> counting, Action action) {
        counting.forEach(judgement -> collect(judgement, action));
        escalations.sort(Comparator.comparing(Obligation.Escalation::priority));
        List<Obligation> all = new ArrayList<>(escalations);
        all.addAll(others);
        return List.copyOf(all);
    }

    private void collect(Judgement judgement, Action action) {
        String rule = judgement.rule().id();
        switch (judgement.consequence()) {
            case Consequence.Escalate escalate -> {
                if (bringsHuman(escalate, action)) {
                    escalate(judgement, escalate);
                }
            }
            case Consequence.Disclaim disclaim -> {
                if (!REPLACING.contains(action)) {
                    Templates.Text text = texts.disclaimer(disclaim.disclaimer());
                    others.add(
                            new Obligation.Disclaimer(rule, disclaim.disclaimer(), text.reference(), text.content()));
                }
            }
            case Consequence.Label label -> others.add(label(rule, label.label(), label.scheme(), true));
            case Consequence.Allow allow -> {
                if (allow.label() != null) {
                    others.add(label(rule, allow.label(), allow.scheme(), false));
                }
                if (!REPLACING.contains(action)) {
                    attach(judgement, allow.attachments());
                }
            }
            case Consequence.Block _, Consequence.Replace _, Consequence.Redact _ -> {}
            case null -> {}
        }
    }

    /** Several rules that could not be judged ask for the same person for the same reason. */
    private void escalate(Judgement judgement, Consequence.Escalate escalate) {
        String reason = judgement.result().reasonCode();
        boolean there = escalations.stream()
                .anyMatch(other -> other.queue().equals(escalate.queue())
                        && other.reasonCode().equals(reason)
                        && other.priority() == escalate.priority());
        if (!there) {
            String intended = texts.handover(escalate).reference();
            Handoff handoff = handoffs.stream()
                    .filter(one -> one.intended().equals(intended))
                    .findFirst()
                    .orElseThrow();
            escalations.add(new Obligation.Escalation(
                    judgement.rule().id(),
                    escalate.queue(),
                    escalate.priority(),
                    reason,
                    handoff,
                    escalate.fallback() == null ? null : texts.reply(escalate.fallback())));
        }
    }

    private void attach(Judgement judgement, Set<Attachment> attachments) {
        String rule = judgement.rule().id();
        for (Attachment attachment : Attachment.values()) {
            if (attachments.contains(attachment)) {
                switch (attachment) {
                    case CITATION -> cite(rule);
                    case COMMITMENTS ->
                        judgement
                                .commitments()
                                .forEach(commitment -> others.add(new Obligation.Promise(rule, commitment)));
                }
            }
        }
    }

    private void cite(String rule) {
        if (exchange.stage() == Stage.OUTPUT && !exchange.passages().isEmpty()) {
            others.add(new Obligation.Citation(
                    rule,
                    exchange.citedPassages().stream()
                            .map(passage -> new Obligation.Source(
                                    passage.id(), passage.source(), passage.validFrom(), passage.validTo()))
                            .toList()));
        }
    }

    private Obligation.Label label(String rule, String name, @Nullable String scheme, boolean visible) {
        Templates.Text text = texts.label(name);
        return new Obligation.Label(rule, name, text.reference(), text.content(), visible, scheme, metadata());
    }

    /** What a machine that passes the answer on has to know of its origin. */
    private Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>(Map.of("aiGenerated", "true"));
        Response response = exchange.response();
        if (response != null && response.model() != null) {
            metadata.put("model", response.model());
        }
        return metadata;
    }
}
