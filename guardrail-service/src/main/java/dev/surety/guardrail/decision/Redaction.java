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
     * The same redactions without overlaps, in the order of the text, none of which cuts a character in two. Where
     * some overlap, the span of all of them is masked once, by the widest: whatever any of them meant to hide is
     * hidden.
     */
    static List<Redaction> disjoint(List<Redaction> redactions, String text) {
        List<Redaction> disjoint = new ArrayList<>();
        redactions.stream()
                .map(redaction -> redaction.onWholeCharacters(text))
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

    /** The text with every redaction, which have to be disjoint and in order, masked. */
    static String apply(List<Redaction> disjoint, String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (Redaction redaction : disjoint) {
            masked.append(text, copied, redaction.start())
                    .append(redaction.mask().content());
            copied = redaction.end();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    TextEdit toEdit() {
        return new TextEdit(TextEdit.Operation.REDACT, rule, start, end, mask.reference());
    }

    private Redaction joinedWith(Redaction next) {
        Redaction widest = next.end() - next.start() > end - start ? next : this;
        return new Redaction(start, Math.max(end, next.end()), widest.rule(), widest.mask());
    }

    private Redaction onWholeCharacters(String text) {
        int from = cutsCharacter(text, start) ? start - 1 : start;
        int to = cutsCharacter(text, end) ? end + 1 : end;
        return new Redaction(from, to, rule, mask);
    }

    private static boolean cutsCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }
}
