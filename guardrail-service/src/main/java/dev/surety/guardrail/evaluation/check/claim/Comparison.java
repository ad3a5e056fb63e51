package dev.surety.guardrail.evaluation.check.claim;

import java.util.List;

/**
 * Holds each claim of an answer against the claims of its sources. The same value supports it. Another value for the
 * same thing contradicts it: comparable kind and unit, and contexts that share a concept and a good part of their
 * words without naming different alternatives. A claim that is only the customer's own number repeated is echoed.
 */
public final class Comparison {
    /** That part of the smaller context has to recur before another value counts as a contradiction. */
    private static final double SHARED_PART = 0.34;

    private static final int SHARED_WORDS = 2;
    private static final int MOST_SOURCES = 1000;

    private final List<Claim> sources;
    private final List<Claim> customer;

    /**
     * A comparison with what the {@code sources} state and what the {@code customer} said, the first thousand distinct
     * claims of each.
     */
    public Comparison(List<Claim> sources, List<Claim> customer) {
        this.sources = sources.stream().distinct().limit(MOST_SOURCES).toList();
        this.customer = customer.stream().distinct().limit(MOST_SOURCES).toList();
    }

    /** How a claim stands to its sources. */
    public enum Standing {
        SUPPORTED,
        CONTRADICTED,
        ECHOED,
        UNSUPPORTED
    }

    /** The standing of {@code claim}, one of the {@code answer}'s claims. */
    public Standing judge(Claim claim, List<Claim> answer) {
        if (isStated(claim, sources)) {
            return Standing.SUPPORTED;
        }
        boolean echoed = isStated(claim, customer);
        boolean corrected = echoed
                && answer.stream()
                        .anyMatch(
                                other -> !other.equals(claim) && other.isComparable(claim) && isStated(other, sources));
        if (!corrected && sources.stream().anyMatch(source -> contradicts(source, claim))) {
            return Standing.CONTRADICTED;
        }
        return echoed ? Standing.ECHOED : Standing.UNSUPPORTED;
    }

    private static boolean isStated(Claim claim, List<Claim> sources) {
        return sources.stream().anyMatch(claim::isSupportedBy);
    }

    private static boolean contradicts(Claim source, Claim claim) {
        if (!source.isComparable(claim) || Concepts.differ(source.context(), claim.context())) {
            return false;
        }
        int smaller = Math.min(source.context().size(), claim.context().size());
        List<String> shared = source.context().stream()
                .filter(element -> !Concepts.isAlternative(element))
                .filter(claim.context()::contains)
                .toList();
        boolean concept = shared.stream().anyMatch(Concepts::isConcept);
        return shared.size() >= smaller * SHARED_PART
                && (concept ? !shared.isEmpty() : shared.size() >= SHARED_WORDS)
                && (source.kind() != Claim.Kind.NUMBER || shared.stream().anyMatch(ClaimReader::isCounted));
    }
}
