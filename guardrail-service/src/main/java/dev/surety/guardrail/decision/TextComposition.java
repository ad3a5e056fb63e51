package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.MaskStyle;
import dev.surety.guardrail.policy.Side;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.pseudonym.Pseudonym;
import dev.surety.guardrail.pseudonym.Pseudonymizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Composes the delivered text. A reply takes the place of the whole text; otherwise findings are masked first, and
 * then disclaimers and labels are put around it. Nothing is put in twice, and nothing that the text says already. The
 * delivered text is what the edits make of the judged one, and nothing else.
 */
final class TextComposition {
    private final CustomerTexts texts;
    private final List<Handoff> handoffs;
    private final Exchange exchange;
    private final String subject;
    private final Characters characters;
    private final Pseudonymizer pseudonymizer;

    TextComposition(Exchange exchange, CustomerTexts texts, List<Handoff> handoffs, Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
        this.exchange = exchange;
        this.texts = texts;
        this.handoffs = List.copyOf(handoffs);
        this.subject = exchange.subject();
        this.characters = new Characters(subject);
    }

    /**
     * The text for those judgements.
     *
     * @param counting the judgements that count, in the order of the policy
     * @param winner the one whose action is that of the decision
     * @param released what the customer has of it already; null when nothing went out
     */
    Delivered compose(List<Judgement> counting, Optional<Judgement> winner, @Nullable Released released) {
        if (released == null) {
            return whole(counting, winner);
        }
        if (!released.streaming().complete()) {
            return brokenOff(released);
        }
        if (released.isEmpty()) {
            Delivered whole = whole(counting, winner);
            return new Delivered(whole.text(), whole.edits(), released.streaming());
        }
        return continued(counting, winner, released);
    }

    private Delivered whole(List<Judgement> counting, Optional<Judgement> winner) {
        Optional<TextEdit> reply = winner.flatMap(this::reply);
        List<Redaction> masks = reply.isPresent() ? List.of() : masks(counting);
        List<TextEdit> edits = reply.map(List::of)
                .orElseGet(() -> masks.stream()
                        .map(redaction -> redaction.toEdit(characters))
                        .toList());
        Delivered delivered = around(edits, additions(counting, reply.isPresent()));
        return new Delivered(delivered.text(), delivered.edits(), pseudonyms(masks));
    }

    private Delivered brokenOff(Released released) {
        List<TextEdit> edits = new ArrayList<>(released.edits());
        if (released.upTo() < subject.length()) {
            edits.add(new TextEdit(TextEdit.Operation.REPLACE, "stream", released.upTo(), subject.length(), "", ""));
        }
        return new Delivered(released.text(), edits, released.streaming());
    }

    /** The released text and what follows on it; what a mask should have hidden in it is taken back with all of it. */
    private Delivered continued(List<Judgement> counting, Optional<Judgement> winner, Released released) {
        Optional<TextEdit> reply = winner.flatMap(this::reply);
        List<TextEdit> edits = new ArrayList<>(released.edits());
        if (reply.isPresent()) {
            TextEdit whole = reply.get();
            edits.add(new TextEdit(
                    TextEdit.Operation.REPLACE,
                    whole.rule(),
                    released.upTo(),
                    subject.length(),
                    whole.reference(),
                    texts.separator() + whole.text()));
        } else {
            List<TextEdit> masks = masks(counting).stream()
                    .map(redaction -> redaction.toEdit(characters))
                    .toList();
            if (masks.stream().anyMatch(mask -> mask.start() < released.upTo() && !released.hides(mask))) {
                Delivered whole = whole(counting, winner);
                return new Delivered(
                        whole.text(), whole.edits(), released.streaming().withRetraction());
            }
            masks.stream().filter(mask -> mask.start() >= released.upTo()).forEach(edits::add);
        }
        String already = TextEdit.apply(edits, subject);
        for (Addition addition : additions(counting, reply.isPresent())) {
            if (!already.contains(addition.text().content())) {
                edits.add(appended(addition, already));
            }
        }
        return new Delivered(TextEdit.apply(edits, subject), edits, released.streaming());
    }

    private List<Redaction> masks(List<Judgement> counting) {
        return Redaction.disjoint(redactions(counting), characters).stream()
                .map(redaction -> redaction.named(subject, pseudonymizer))
                .toList();
    }

    private List<Pseudonym> pseudonyms(List<Redaction> masks) {
        return masks.stream()
                .filter(redaction -> redaction.category() != null)
                .map(redaction -> new Pseudonym(
                        redaction.mask().content(), subject.substring(redaction.start(), redaction.end())))
                .toList();
    }

    private Optional<TextEdit> reply(Judgement winner) {
        return Optional.ofNullable(reply(winner.consequence()))
                .map(text -> new TextEdit(
                        TextEdit.Operation.REPLACE,
                        winner.rule().id(),
                        0,
                        subject.length(),
                        text.reference(),
                        text.content()));
    }

    private Delivered around(List<TextEdit> body, List<Addition> additions) {
        String already = TextEdit.apply(body, subject);
        List<TextEdit> before = new ArrayList<>();
        List<TextEdit> behind = new ArrayList<>();
        for (Addition addition : additions) {
            if (!already.contains(addition.text().content())) {
                switch (addition.side()) {
                    case PREPEND -> before.add(prepended(addition, already));
                    case APPEND -> behind.add(appended(addition, already));
                }
            }
        }
        List<TextEdit> edits = new ArrayList<>(before);
        edits.addAll(body);
        edits.addAll(behind);
        return new Delivered(TextEdit.apply(edits, subject), edits);
    }

    private TextEdit prepended(Addition addition, String neighbour) {
        String text = apart(addition.text().content(), neighbour) + texts.separator();
        return new TextEdit(
                TextEdit.Operation.PREPEND,
                addition.rule(),
                0,
                0,
                addition.text().reference(),
                text);
    }

    private TextEdit appended(Addition addition, String neighbour) {
        int end = subject.length();
        String text = texts.separator() + apart(addition.text().content(), neighbour);
        return new TextEdit(
                TextEdit.Operation.APPEND,
                addition.rule(),
                end,
                end,
                addition.text().reference(),
                text);
    }

    /** A line break ends what takes part in one order of reading; without one, an addition has to be isolated. */
    private String apart(String addition, String neighbour) {
        return texts.separator().contains("\n") ? addition : new Characters(neighbour).isolated(addition);
    }

    List<Redaction> redactions(List<Judgement> counting) {
        List<Redaction> redactions = new ArrayList<>();
        for (Judgement judgement : counting) {
            if (judgement.consequence() instanceof Consequence.Redact redact) {
                Integer threshold = judgement.rule().thresholdPerMille();
                for (Finding finding : judgement.findings()) {
                    if (threshold == null || finding.scorePerMille() >= threshold) {
                        redaction(judgement, finding, redact).ifPresent(redactions::add);
                    }
                }
            }
        }
        return redactions;
    }

    private Optional<Redaction> redaction(Judgement judgement, Finding finding, Consequence.Redact redact) {
        return exchange.subjectOffset(finding.path()).flatMap(offset -> {
            int start = Math.min(offset + finding.start(), subject.length());
            int end = Math.min(offset + finding.end(), subject.length());
            return start == end
                    ? Optional.empty()
                    : Optional.of(new Redaction(
                            start,
                            end,
                            judgement.rule().id(),
                            texts.mask(finding.category(), redact.mask()),
                            redact.style() == MaskStyle.PSEUDONYM ? finding.category() : null));
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
                case Consequence.Label label ->
                    addOnce(additions, new Addition(rule, label.side(), texts.label(label.label())));
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
            case Consequence.Escalate escalate -> handoff(escalate);
            case Consequence.Redact _, Consequence.Disclaim _, Consequence.Label _, Consequence.Allow _ -> null;
            case null -> null;
        };
    }

    private Templates.Text handoff(Consequence.Escalate escalate) {
        String intended = texts.handover(escalate).reference();
        return handoffs.stream()
                .filter(handoff -> handoff.intended().equals(intended))
                .map(Handoff::text)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("hand-off text " + intended + " was not judged"));
    }

    private record Addition(String rule, Side side, Templates.Text text) {}
}
