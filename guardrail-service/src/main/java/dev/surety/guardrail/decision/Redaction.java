package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A span of a text that is masked, in UTF-16 code units.
 *
 * @param mask what stands in its place
 */
record Redaction(int start, int end, String rule, Templates.Text mask) {
    private static final Comparator<Redaction> WIDEST_FIRST_WHERE_THEY_BEGIN = Comparator.comparingInt(Redaction::start)
            .thenComparing(Comparator.comparingInt(Redaction::end).reversed());

    Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("redaction spans " + start + ".." + end + ": 0 <= start < end expected");
        }
        requireNonNull(rule, "rule");
        requireNonNull(mask, "mask");
    }

    /**
     * The same redactions without overlaps, in the order of the text, none of which cuts what a reader takes for one
     * character. Where some overlap, the span of all of them is masked once, by the widest: whatever any of them meant
     * to hide is hidden.
     */
    static List<Redaction> disjoint(List<Redaction> redactions, Characters characters) {
        List<Redaction> disjoint = new ArrayList<>();
        redactions.stream()
                .map(redaction -> redaction.onWhole(characters))
                .sorted(WIDEST_FIRST_WHERE_THEY_BEGIN)
                .forEach(next -> {
                    if (disjoint.isEmpty() || disjoint.getLast().end() <= next.start()) {
                        disjoint.add(next);
                    } else {
                        disjoint.add(disjoint.removeLast().joinedWith(next));
                    }
                });
        return disjoint;
    }

    TextEdit toEdit(Characters characters) {
        return new TextEdit(
                TextEdit.Operation.REDACT, rule, start, end, mask.reference(), characters.isolated(mask.content()));
    }

    private Redaction joinedWith(Redaction next) {
        Redaction widest = next.end() - next.start() > end - start ? next : this;
        return new Redaction(start, Math.max(end, next.end()), widest.rule(), widest.mask());
    }

    private Redaction onWhole(Characters characters) {
        return new Redaction(characters.startAt(start), characters.endAt(end), rule, mask);
    }
}
