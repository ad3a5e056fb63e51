package dev.surety.guardrail.proxy;

import dev.surety.guardrail.proxy.upstream.UpstreamFailure;
import dev.surety.kit.problem.Problem;
import java.util.stream.Collectors;

/** Says in the words of the OpenAI protocol what went wrong, without a word of what a model or a server said. */
public final class Failures {
    private Failures() {}

    /** What an upstream did, as the caller needs to know it. */
    public static ChatFailure of(UpstreamFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> new ChatFailure(502, "upstream_unreachable", null, failure.message());
            case SLOW -> new ChatFailure(504, "upstream_timeout", null, failure.message());
            case MALFORMED -> new ChatFailure(502, "upstream_malformed", null, failure.message());
            case TOO_LARGE -> new ChatFailure(502, "upstream_too_large", null, failure.message());
            case UNWANTED -> new ChatFailure(499, "caller_gone", null, failure.message());
            case REFUSED -> refused(failure);
        };
    }

    /** What is the caller's to mend stays an error of the caller's; a key that is not accepted is ours. */
    private static ChatFailure refused(UpstreamFailure failure) {
        return switch (failure.status()) {
            case 400, 413, 422 -> new ChatFailure(400, "upstream_refused", null, failure.message());
            case 429 -> new ChatFailure(429, "upstream_busy", null, failure.message());
            default -> new ChatFailure(502, "upstream_failed", null, failure.message());
        };
    }

    /** A problem of guardrail-service's own. */
    public static ChatFailure of(Problem problem) {
        String type = problem.type().getPath();
        String code = type.substring(type.lastIndexOf('/') + 1).replace('-', '_');
        String errors = problem.errors().stream()
                .map(error -> " " + error.pointer() + ": " + error.detail() + ".")
                .collect(Collectors.joining());
        String param =
                problem.errors().isEmpty() ? null : problem.errors().getFirst().pointer();
        String detail = problem.detail();
        return new ChatFailure(problem.status(), code, param, (detail == null ? problem.title() : detail) + errors);
    }

    /** The broker did not take the record. */
    public static ChatFailure notRecorded() {
        return new ChatFailure(
                503,
                "not_recorded",
                null,
                "The decision could not be recorded, so nothing more of the answer is shown.");
    }
}
