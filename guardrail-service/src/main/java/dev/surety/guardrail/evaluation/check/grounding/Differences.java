package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.grounding.Difference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets two statements about the same topic against each other. Denials and opposites count together: "free within a
 * day" and "not free after a day" say the same, because two changes of side undo each other. A different alternative,
 * or a different value of the same kind, stands against it by itself.
 */
final class Differences {
    private static final double NEARLY_VERBATIM = 0.78;
    private static final double SAME_RULE = 0.55;

    private final Statement answer;
    private final Statement source;
    private final double likeness;

    Differences(Statement answer, Sources.Candidate candidate) {
        this.answer = answer;
        this.source = candidate.unit().statement();
        this.likeness = candidate.likeness();
    }

    /** What sets the two against each other; empty when nothing does. */
    Optional<Difference> first() {
        return value().or(this::alternative).or(this::turned);
    }

    /** Another alternative with another value: the source speaks of something else, and says nothing about this. */
    boolean isOfSomethingElse() {
        return value().isPresent() && alternative().isPresent();
    }

    private Optional<Difference> alternative() {
        for (Mark mark : answer.marks()) {
            boolean counts =
                    mark.kind() == Mark.Kind.ALT || (mark.kind() == Mark.Kind.WEAK && likeness >= NEARLY_VERBATIM);
            if (!counts) {
                continue;
            }
            List<Mark> others = sameGroup(source, mark);
            boolean named = others.stream().anyMatch(other -> other.side() == mark.side());
            if (others.isEmpty() || named) {
                continue;
            }
            Set<Integer> own = sides(answer, mark);
            Optional<Mark> replaced =
                    others.stream().filter(other -> !own.contains(other.side())).findFirst();
            boolean disjoint = others.stream().noneMatch(other -> own.contains(other.side()));
            if (replaced.isPresent() && (disjoint || likeness >= NEARLY_VERBATIM)) {
                return Optional.of(difference(Kind.ALTERNATIVE, mark, replaced.get()));
            }
        }
        return Optional.empty();
    }

    /** An odd number of denials and changes of side. */
    private Optional<Difference> turned() {
        if (likeness < SAME_RULE) {
            return Optional.empty();
        }
        List<Difference> turns = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        long denials = answer.denials(source) + source.denials(answer);
        for (Mark mark : answer.marks()) {
            if (isOpposite(mark)) {
                List<Mark> others = sameGroup(source, mark);
                denials += others.isEmpty() && mark.denies() ? 1 : 0;
                if (!others.isEmpty() && compared.add(mark.group()) && areDisjoint(mark)) {
                    turns.add(difference(Kind.OPPOSITE, mark, others.getFirst()));
                }
            }
        }
        for (Mark mark : source.marks()) {
            denials +=
                    isOpposite(mark) && mark.denies() && sameGroup(answer, mark).isEmpty() ? 1 : 0;
        }
        boolean odd = (denials + turns.size()) % 2 != 0;
        if (!odd) {
            return Optional.empty();
        }
        return Optional.of(turns.isEmpty() ? denial() : turns.getFirst());
    }

    private Difference denial() {
        Optional<Mark> here = firstDenial(answer);
        Optional<Mark> there = firstDenial(source);
        return new Difference(
                Kind.NEGATION,
                here.map(Mark::start).orElse(answer.start()),
                here.map(Mark::end).orElse(answer.end()),
                there.map(Mark::start).orElse(source.start()),
                there.map(Mark::end).orElse(source.end()));
    }

    private static Optional<Mark> firstDenial(Statement statement) {
        return statement.marks().stream()
                .filter(mark -> mark.isDenial() || mark.denies())
                .findFirst();
    }

    private static boolean isOpposite(Mark mark) {
        return mark.kind() == Mark.Kind.FLIP || mark.kind() == Mark.Kind.BOUND;
    }

    private boolean areDisjoint(Mark mark) {
        Set<Integer> theirs = sides(source, mark);
        return sides(answer, mark).stream().noneMatch(theirs::contains);
    }

    /** Values that stand only here, against values of their kind that stand only there. */
    private Optional<Difference> value() {
        List<Claim> onlyThere = new ArrayList<>(source.claims());
        List<Claim> onlyHere = new ArrayList<>();
        for (Claim claim : answer.claims()) {
            Optional<Claim> same =
                    onlyThere.stream().filter(claim::isSupportedBy).findFirst();
            same.ifPresentOrElse(onlyThere::remove, () -> onlyHere.add(claim));
        }
        for (Claim claim : onlyHere) {
            boolean repeated = source.claims().stream().anyMatch(claim::isSupportedBy);
            for (Claim other : onlyThere) {
                if (claim.opposes(other) && (!repeated || likeness >= NEARLY_VERBATIM)) {
                    return Optional.of(
                            new Difference(Kind.VALUE, claim.start(), claim.end(), other.start(), other.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Mark> sameGroup(Statement statement, Mark mark) {
        return statement.marks().stream().filter(mark::isSameGroup).toList();
    }

    private static Set<Integer> sides(Statement statement, Mark mark) {
        Set<Integer> sides = new HashSet<>();
        sameGroup(statement, mark).forEach(other -> sides.add(other.side()));
        return sides;
    }

    private static Difference difference(Kind kind, Mark mark, Mark other) {
        return new Difference(kind, mark.start(), mark.end(), other.start(), other.end());
    }
}
