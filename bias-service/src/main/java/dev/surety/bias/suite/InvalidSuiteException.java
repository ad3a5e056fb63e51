package dev.surety.bias.suite;

import java.util.List;
import java.util.stream.Collectors;

/** A suite document cannot be used; says where and why, at least once. */
public final class InvalidSuiteException extends RuntimeException {
    private final transient List<SuiteDiagnostic> diagnostics;

    public InvalidSuiteException(List<SuiteDiagnostic> diagnostics) {
        super(
                diagnostics.stream().map(SuiteDiagnostic::toString).collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<SuiteDiagnostic> diagnostics() {
        return diagnostics;
    }
}
