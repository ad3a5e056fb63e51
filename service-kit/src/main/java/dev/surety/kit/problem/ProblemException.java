package dev.surety.kit.problem;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A failure that already knows its answer. It carries no stack trace: the caller made the mistake, not the code. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /**
     * A failure whose answer needs headers of its own.
     *
     * @param headers for example {@code Retry-After}
     */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(requireNonNull(problem, "problem").title(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
