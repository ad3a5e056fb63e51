package dev.surety.guardrail.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** The checks that this service has, by name; no two share one. Policies choose from them. */
public final class CheckCatalogue {
    private static final Set<String> TAKEN = Set.of("score", "findings", "scores");

    private final SequencedMap<String, Check> checks;

    public CheckCatalogue(List<Check> checks) {
        TreeMap<String, Check> byName = new TreeMap<>();
        for (Check check : checks) {
            if (byName.put(check.name(), check) != null) {
                throw new IllegalArgumentException("two checks are named " + check.name());
            }
            if (!Collections.disjoint(check.values().keySet(), TAKEN)) {
                throw new IllegalArgumentException(
                        "check " + check.name() + " shows a value under one of the names " + TAKEN);
            }
        }
        this.checks = Collections.unmodifiableSequencedMap(byName);
    }

    /** The check of that name. */
    public Optional<Check> named(String name) {
        return Optional.ofNullable(checks.get(name));
    }

    public Set<String> names() {
        return checks.keySet();
    }

    public Collection<Check> all() {
        return checks.values();
    }
}
