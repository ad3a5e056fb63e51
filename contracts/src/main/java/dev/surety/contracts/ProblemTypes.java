package dev.surety.contracts;

import java.net.URI;

/**
 * The stable {@code type} URIs of problem answers (RFC 9457 section 3.1.1). A URI never changes its meaning; the
 * path behind it is documented in docs/api.md.
 */
public final class ProblemTypes {
    private static final String BASE = "https://surety.dev/problems/";

    /** The body is not JSON, or not of the shape that the call takes. */
    public static final URI MALFORMED_BODY = type("malformed-body");

    /** The body is well-formed, but a value in it is not allowed. */
    public static final URI INVALID_VALUE = type("invalid-value");

    /** The body is larger than the service accepts. */
    public static final URI BODY_TOO_LARGE = type("body-too-large");

    /** There is no valid access token with the request. */
    public static final URI UNAUTHENTICATED = type("unauthenticated");

    /** The token is valid, but its roles do not allow the call. */
    public static final URI FORBIDDEN = type("forbidden");

    /** The token names no tenant, or one that this installation does not serve. */
    public static final URI UNKNOWN_TENANT = type("unknown-tenant");

    /** Nothing with that identifier exists for this tenant. */
    public static final URI NOT_FOUND = type("not-found");

    /** The path exists, but not with this method, or not with this media type. */
    public static final URI NOT_SUPPORTED = type("not-supported");

    /** The request contradicts the present state, for example a second claim of one case. */
    public static final URI CONFLICT = type("conflict");

    /** Another person already owns the case. */
    public static final URI ALREADY_CLAIMED = type("already-claimed");

    /** The conversation went on since the caller last looked. */
    public static final URI CONTEXT_CHANGED = type("context-changed");

    /** The caller does not hold the floor of the conversation any more. */
    public static final URI FLOOR_LOST = type("floor-lost");

    /** The entity tag in If-Match is not that of the present version. */
    public static final URI STALE = type("stale");

    /** The call changes what two people may edit, and needs If-Match. */
    public static final URI PRECONDITION_REQUIRED = type("precondition-required");

    /** An idempotency key came back with another body. */
    public static final URI IDEMPOTENCY_CONFLICT = type("idempotency-conflict");

    /** The decision could not be recorded, so nothing may be delivered but the fallback text. */
    public static final URI NOT_RECORDED = type("not-recorded");

    /** The caller asks more often than this call is meant for; try again later. */
    public static final URI TOO_MANY_REQUESTS = type("too-many-requests");

    /** A server that the service depends on is away; try again later. */
    public static final URI UNAVAILABLE = type("unavailable");

    /** A fault of ours; the log has it under the given reference. */
    public static final URI INTERNAL = type("internal");

    private ProblemTypes() {}

    private static URI type(String name) {
        return URI.create(BASE + name);
    }
}
