package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A document that a policy holds answers against: contract terms, a price list, a protected text, marks, intents.
 * Immutable; two references are equal when they say the same, which is when their digests are equal. A check keeps
 * what it computes from a reference with the reference, so that it is computed once and goes when the policy goes.
 */
public final class Reference {
    private final String kind;
    private final String id;
    private final int version;
    private final String digest;
    private final List<Part> parts;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /**
     * @param kind what the document is, for example {@code terms}
     * @param digest {@code sha256:<hex>} of the canonical document
     */
    public Reference(String kind, String id, int version, String digest, List<Part> parts) {
        this.kind = requireNonNull(kind, "kind");
        this.id = requireNonNull(id, "id");
        this.version = version;
        this.digest = requireNonNull(digest, "digest");
        this.parts = List.copyOf(parts);
    }

    /**
     * One piece of a reference, for example a clause or a line of a price list.
     *
     * @param id unique within the reference
     * @param validFrom the first day on which the part holds; null when it always has
     * @param validTo the last day on which the part holds; null when no end is known
     * @param labels what else is said about the part, for example the intent that a phrase stands for
     */
    public record Part(
            String id,
            String text,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<String, String> labels) {
        public Part {
            requireNonNull(id, "id");
            requireNonNull(text, "text");
            labels = Map.copyOf(labels);
            if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
                throw new IllegalArgumentException("part " + id + " ends before it begins");
            }
        }

        /** Whether the part holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String digest() {
        return digest;
    }

    public List<Part> parts() {
        return parts;
    }

    /** The name by which policies pin it: {@code giro-terms@3}. */
    public String pin() {
        return id + "@" + version;
    }

    /**
     * What a check makes of this reference, computed at the first call and kept.
     *
     * @param type the check's own class of what it makes, of which there is one per reference
     */
    public <T> T derived(Class<T> type, Function<Reference, T> compute) {
        return type.cast(derived.computeIfAbsent(type, _ -> compute.apply(this)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reference reference && digest.equals(reference.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + pin();
    }
}
