package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.pseudonym.Pseudonymizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of a text that is masked, in UTF-16 code units.
 *
 * @param mask what stands in its place
 * @param category of what is masked, where the mask tells one value from another; null where it does not
 */
record Redaction(
        int start,
        int end,
        String rule,
        Templates.Text mask,
        @Nullable String category) {
    private static final Comparator<Redaction> WIDEST_FIRST_WHERE_THEY_BEGIN = Comparator.comparingInt(Redaction::start)
            .thenComparing(Comparator.comparingInt(Redaction::end).reversed());

    Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("redaction spans " + start + ".." + end + ": 0 <= start < end expected");
        }
        requireNonNull(rule, "rule");
        requireNonNull(mask, "mask");
    }

    /** A span whose mask tells its kind alone. */
    Redaction(int start, int end, String rule, Templates.Text mask) {
        this(start, end, rule, mask, null);
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

    /** The same with the code of what it masks in its mask, where it has one; else its mask tells the kind alone. */
    Redaction named(String text, Pseudonymizer pseudonymizer) {
        if (category == null) {
            return this;
        }
        return pseudonymizer
                .code(category, text.substring(start, end))
                .map(code -> new Redaction(
                        start,
                        end,
                        rule,
                        new Templates.Text(mask.reference(), Pseudonymizer.mask(mask.content(), code)),
                        category))
                .orElseGet(() -> new Redaction(start, end, rule, mask));
    }

    TextEdit toEdit(Characters characters) {
        return new TextEdit(
                TextEdit.Operation.REDACT, rule, start, end, mask.reference(), characters.isolated(mask.content()));
    }

    private Redaction joinedWith(Redaction next) {
        Redaction widest = next.end() - next.start() > end - start ? next : this;
        return new Redaction(start, Math.max(end, next.end()), widest.rule(), widest.mask(), widest.category());
    }

    private Redaction onWhole(Characters characters) {
        return new Redaction(characters.startAt(start), characters.endAt(end), rule, mask, category);
    }
}
