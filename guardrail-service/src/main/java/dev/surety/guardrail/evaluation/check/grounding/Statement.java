package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence, or a part of one, that says something.
 *
 * @param start where it begins in its text, in UTF-16 code units
 * @param end behind its end
 * @param keys what it is about: concepts and stems of its words; alternatives count by their group, so that one
 *     alternative in the place of another is still the same topic
 * @param marks its denials, opposites and alternatives, in order
 * @param lacks for each denial of only what stands right behind it, what that is about
 * @param claims its values
 * @param names its names, in plain form: words that are written large inside the sentence or mix letters and digits
 * @param talk whether it only greets, asks, thanks or offers
 */
record Statement(
        int start,
        int end,
        Set<String> keys,
        List<Mark> marks,
        List<Set<String>> lacks,
        List<Claim> claims,
        Set<String> names,
        boolean talk) {
    Statement {
        // In one order everywhere: weights are summed over it, and the order of Set.copyOf differs from run to run.
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        marks = List.copyOf(marks);
        lacks = List.copyOf(lacks);
        claims = List.copyOf(claims);
        names = Set.copyOf(names);
    }

    /** How often it denies something that {@code other} speaks of. */
    long denials(Statement other) {
        long whole =
                marks.stream().filter(mark -> mark.kind() == Mark.Kind.NEGATION).count();
        return whole
                + lacks.stream()
                        .filter(about -> !Collections.disjoint(about, other.keys))
                        .count();
    }
}
