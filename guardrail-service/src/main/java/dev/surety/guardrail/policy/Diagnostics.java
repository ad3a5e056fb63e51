package dev.surety.guardrail.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a document and those that it rests on, so that its author mends everything in one go. */
final class Diagnostics {
    /** More would help nobody; the rest shows up after mending. */
    private static final int MOST = 50;

    private final List<PolicyDiagnostic> found = new ArrayList<>();

    void report(Location location, String message) {
        PolicyDiagnostic diagnostic = new PolicyDiagnostic(location.file(), location.position(), message);
        if (found.size() < MOST && !found.contains(diagnostic)) {
            found.add(diagnostic);
        }
    }

    void refuseIfAny() throws PolicyRefusedException {
        if (!found.isEmpty()) {
            throw new PolicyRefusedException(found.stream()
                    .sorted(Comparator.comparing(PolicyDiagnostic::file).thenComparing(PolicyDiagnostic::position))
                    .toList());
        }
    }
}
