package dev.surety.guardrail.proxy.upstream;

import static java.util.Objects.requireNonNull;

/** The model did not answer as it should. */
public final class UpstreamFailure extends Exception {
    private final Kind kind;
    private final int status;

    /** What went wrong. */
    public enum Kind {
        /** It cannot be reached. */
        UNREACHABLE,
        /** It was silent for too long, or took too long altogether. */
        SLOW,
        /** It answered with an error of its own. */
        REFUSED,
        /** What it answered is no chat completion, or breaks off. */
        MALFORMED,
        /** It answered more than is taken. */
        TOO_LARGE,
        /** Nobody waits for the answer any more. */
        UNWANTED
    }

    private UpstreamFailure(Kind kind, int status, String message) {
        super(requireNonNull(message, "message"), null, false, false);
        this.kind = requireNonNull(kind, "kind");
        this.status = status;
    }

    public static UpstreamFailure of(Kind kind, String message) {
        return new UpstreamFailure(kind, 0, message);
    }

    /** It answered with that status. */
    public static UpstreamFailure refused(int status) {
        return new UpstreamFailure(Kind.REFUSED, status, "The model answered with status " + status + ".");
    }

    /** What went wrong, in words. */
    public String message() {
        return requireNonNull(getMessage());
    }

    public Kind kind() {
        return kind;
    }

    /** The status that it answered with; 0 when it answered with none. */
    public int status() {
        return status;
    }
}
