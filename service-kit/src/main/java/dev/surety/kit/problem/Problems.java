package dev.surety.kit.problem;

import dev.surety.contracts.ProblemTypes;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The problems that several services answer with, worded once. */
public final class Problems {
    private Problems() {}

    /** 400: a value in a well-formed body, parameter or header is not allowed. */
    public static ProblemException invalidValue(String pointer, String detail) {
        return invalidValues(List.of(new Problem.Violation(pointer, detail)));
    }

    /** 400: several values are not allowed; all are named at once. */
    public static ProblemException invalidValues(List<Problem.Violation> violations) {
        return new ProblemException(new Problem(
                ProblemTypes.INVALID_VALUE,
                "A value is not allowed",
                400,
                "Correct the values named in errors and send the request again.",
                violations,
                Map.of()));
    }

    /** 404: nothing with that identifier exists for the caller's tenant, whether or not it does for another. */
    public static ProblemException notFound(String what) {
        return new ProblemException(new Problem(
                ProblemTypes.NOT_FOUND,
                "Not found",
                404,
                "There is no " + what + " with this identifier, or it is not yours."));
    }

    /** 409: the request contradicts the present state. */
    public static ProblemException conflict(URI type, String title, String detail) {
        return new ProblemException(new Problem(type, title, 409, detail));
    }

    /** 413: the body has more than {@code limit} bytes. */
    public static ProblemException bodyTooLarge(long limit) {
        return new ProblemException(new Problem(
                ProblemTypes.BODY_TOO_LARGE,
                "Body too large",
                413,
                "At most " + limit + " bytes are read. Send a smaller request body."));
    }

    /** 503: a server that the service depends on is away. */
    public static ProblemException unavailable(String what) {
        return new ProblemException(
                new Problem(
                        ProblemTypes.UNAVAILABLE,
                        "Temporarily unavailable",
                        503,
                        what + " cannot be reached at the moment. Nothing was changed; try again in a few seconds."),
                Map.of("Retry-After", "5"));
    }
}
