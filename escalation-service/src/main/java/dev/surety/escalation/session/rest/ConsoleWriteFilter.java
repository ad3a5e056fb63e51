package dev.surety.escalation.session.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps foreign pages from writing with the session of somebody who is logged in: a browser adds the cookie by itself,
 * but a foreign page cannot add a header (cross-site request forgery, OWASP cheat sheet, custom request headers). Who
 * shows an access token proves more than that.
 */
public class ConsoleWriteFilter {
    /** The header that the console sends with each call that changes something. */
    public static final String HEADER = "X-Surety-Console";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        boolean byCookie = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (byCookie && !SAFE_METHODS.contains(request.getMethod()) && !"1".equals(request.getHeaderString(HEADER))) {
            throw new ProblemException(new Problem(
                    ProblemTypes.FORBIDDEN,
                    "Not allowed",
                    403,
                    "A call that changes something with a session cookie needs the header " + HEADER + ": 1."));
        }
    }
}
