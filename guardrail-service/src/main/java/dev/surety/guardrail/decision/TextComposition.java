package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Side;
import dev.surety.guardrail.policy.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Composes the delivered text. A reply takes the place of the whole text; otherwise findings are masked first, and
 * then disclaimers and labels are put around it. Nothing is put in twice, and nothing that the text says already.
 */
final class TextComposition {
    private final CustomerTexts texts;
    private final Exchange exchange;
    private final String subject;

    TextComposition(Exchange exchange, CustomerTexts texts) {
        this.exchange = exchange;
        this.texts = texts;
        this.subject = exchange.subject();
    }

    /**
     * The text for those judgements.
     *
     * @param counting the judgements that count, in the order of the policy
     * @param winner the one whose action is that of the decision
     */
    Delivered compose(List<Judgement> counting, Optional<Judgement> winner) {
        Optional<Templates.Text> reply =
                winner.flatMap(judgement -> Optional.ofNullable(reply(judgement.consequence())));
        List<TextEdit> edits = new ArrayList<>();
        List<Addition> additions = additions(counting, reply.isPresent());
        String body;
        if (reply.isPresent()) {
            body = reply.get().content();
            edits.add(new TextEdit(
                    TextEdit.Operation.REPLACE,
                    winner.get().rule().id(),
                    0,
                    subject.length(),
                    reply.get().reference()));
        } else {
            List<Redaction> redactions = Redaction.disjoint(redactions(counting), subject);
            body = Redaction.apply(redactions, subject);
            redactions.forEach(redaction -> edits.add(redaction.toEdit()));
        }
        return around(body, additions, edits);
    }

    private Delivered around(String body, List<Addition> additions, List<TextEdit> edits) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<TextEdit> all = new ArrayList<>();
        List<TextEdit> behind = new ArrayList<>();
        for (Addition addition : additions) {
            if (body.contains(addition.text().content())) {
                continue;
            }
            switch (addition.side()) {
                case PREPEND -> {
                    before.add(addition.text().content());
                    all.add(addition.toEdit(TextEdit.Operation.PREPEND, 0));
                }
                case APPEND -> {
                    after.add(addition.text().content());
                    behind.add(addition.toEdit(TextEdit.Operation.APPEND, subject.length()));
                }
            }
        }
        all.addAll(edits);
        all.addAll(behind);
        List<String> parts = new ArrayList<>(before);
        parts.add(body);
        parts.addAll(after);
        return new Delivered(String.join(texts.separator(), parts), all);
    }

    private List<Redaction> redactions(List<Judgement> counting) {
        List<Redaction> redactions = new ArrayList<>();
        for (Judgement judgement : counting) {
            if (judgement.consequence() instanceof Consequence.Redact(String mask)) {
                Integer threshold = judgement.rule().thresholdPerMille();
                for (Finding finding : judgement.findings()) {
                    if (threshold == null || finding.scorePerMille() >= threshold) {
                        redaction(judgement, finding, mask).ifPresent(redactions::add);
                    }
                }
            }
        }
        return redactions;
    }

    private Optional<Redaction> redaction(Judgement judgement, Finding finding, String mask) {
        return exchange.subjectOffset(finding.path()).flatMap(offset -> {
            int start = Math.min(offset + finding.start(), subject.length());
            int end = Math.min(offset + finding.end(), subject.length());
            return start == end
                    ? Optional.empty()
                    : Optional.of(
                            new Redaction(start, end, judgement.rule().id(), texts.mask(finding.category(), mask)));
        });
    }

    /** A disclaimer belongs to what the bot said and falls away with it; a label says who speaks, and stays. */
    private List<Addition> additions(List<Judgement> counting, boolean replaced) {
        List<Addition> additions = new ArrayList<>();
        for (Judgement judgement : counting) {
            String rule = judgement.rule().id();
            switch (judgement.consequence()) {
                case Consequence.Disclaim(String name, Side side) -> {
                    if (!replaced) {
                        addOnce(additions, new Addition(rule, side, texts.disclaimer(name)));
                    }
                }
                case Consequence.Label(String name, Side side) ->
                    addOnce(additions, new Addition(rule, side, texts.label(name)));
                case Consequence.Block _,
                        Consequence.Escalate _,
                        Consequence.Replace _,
                        Consequence.Redact _,
                        Consequence.Allow _ -> {}
                case null -> {}
            }
        }
        return additions;
    }

    private static void addOnce(List<Addition> additions, Addition addition) {
        boolean there = additions.stream()
                .anyMatch(other -> other.text().content().equals(addition.text().content()));
        if (!there) {
            additions.add(addition);
        }
    }

    private Templates.@Nullable Text reply(@Nullable Consequence consequence) {
        return switch (consequence) {
            case Consequence.Block(String template) -> texts.reply(template);
            case Consequence.Replace(String template) -> texts.reply(template);
            case Consequence.Escalate escalate -> texts.reply(escalate.template());
            case Consequence.Redact _, Consequence.Disclaim _, Consequence.Label _, Consequence.Allow _ -> null;
            case null -> null;
        };
    }

    private record Addition(String rule, Side side, Templates.Text text) {
        TextEdit toEdit(TextEdit.Operation operation, int at) {
            return new TextEdit(operation, rule, at, at, text.reference());
        }
    }
}
