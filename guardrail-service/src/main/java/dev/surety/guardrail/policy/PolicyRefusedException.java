package dev.surety.guardrail.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy document cannot come into force; there is at least one diagnostic, in the order of the document. */
public final class PolicyRefusedException extends Exception {
    private final transient List<PolicyDiagnostic> diagnostics;

    public PolicyRefusedException(List<PolicyDiagnostic> diagnostics) {
        super(diagnostics.stream().map(PolicyDiagnostic::toString).collect(Collectors.joining("\n")));
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<PolicyDiagnostic> diagnostics() {
        return diagnostics;
    }
}
