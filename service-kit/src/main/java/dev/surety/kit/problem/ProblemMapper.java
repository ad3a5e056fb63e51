package dev.surety.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.database.DatabaseUnavailableException;
import dev.surety.kit.time.Identifiers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every failure of a REST call into a problem answer. What the caller can mend is named; what they cannot is
 * logged under a reference that the answer carries, and nothing of the exception's text leaves the service. The methods
 * are public because a service's generated classes call them, and in its tests those live in another class loader.
 */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Identifiers identifiers;

    ProblemMapper(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        return answer(failure.problem(), failure.headers());
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException failure) {
        return answer(malformed(failure));
    }

    @ServerExceptionMapper
    public Response refusedByRecord(ValueInstantiationException failure) {
        return answer(malformed(failure));
    }

    @ServerExceptionMapper
    public Response unparseable(JsonProcessingException failure) {
        return answer(malformed(failure));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return answer(malformed(json));
        }
        int status = failure.getResponse().getStatus();
        return status < 400 ? failure.getResponse() : answer(ofStatus(status));
    }

    @ServerExceptionMapper
    @Priority(Priorities.AUTHENTICATION)
    public Response unauthenticated(UnauthorizedException failure) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    @Priority(Priorities.AUTHENTICATION)
    public Response unauthenticated(AuthenticationFailedException failure) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    @Priority(Priorities.AUTHENTICATION)
    public Response forbidden(ForbiddenException failure) {
        return answer(new Problem(
                ProblemTypes.FORBIDDEN, "Not allowed", 403, "The roles in the access token do not allow this call."));
    }

    @ServerExceptionMapper
    public Response away(DatabaseUnavailableException failure) {
        LOG.warnf("The database cannot be reached: %s", failure.getMessage());
        ProblemException problem = Problems.unavailable("The database");
        return answer(problem.problem(), problem.headers());
    }

    @ServerExceptionMapper
    public Response fault(Throwable failure) {
        String reference = identifiers.next().toString();
        LOG.errorf("Unexpected failure %s: %s", reference, new FaultTrace(failure));
        return answer(new Problem(
                        ProblemTypes.INTERNAL,
                        "A fault of ours",
                        500,
                        "The service could not answer. Its operators find the reason under the reference.")
                .with("reference", reference));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 ->
                new Problem(ProblemTypes.NOT_FOUND, "Not found", 404, "There is nothing at this address for you.");
            case 405 ->
                new Problem(
                        ProblemTypes.NOT_SUPPORTED, "Method not allowed", 405, "This address has other HTTP methods.");
            case 406 ->
                new Problem(
                        ProblemTypes.NOT_SUPPORTED, "Not acceptable", 406, "This address answers other media types.");
            case 413 -> new Problem(ProblemTypes.BODY_TOO_LARGE, "Body too large", 413, "Send a smaller request body.");
            case 415 ->
                new Problem(
                        ProblemTypes.NOT_SUPPORTED,
                        "Media type not supported",
                        415,
                        "Send the body as application/json and say so in Content-Type.");
            default ->
                status >= 500
                        ? new Problem(ProblemTypes.INTERNAL, "A fault of ours", status, null)
                        : new Problem(
                                ProblemTypes.MALFORMED_BODY,
                                "The request cannot be read",
                                status,
                                "The request, its parameters or its body are not of the form that this call takes.");
        };
    }

    private static Problem malformed(JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new Problem(
                ProblemTypes.MALFORMED_BODY,
                "The body cannot be read",
                400,
                "The body must be JSON of the shape that the API description gives for this call.",
                List.of(new Problem.Violation(pointer, expectation(failure))),
                Map.of());
    }

    private static String expectation(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "this field is not known; known here: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null ->
                reason.getMessage();
            case ValueInstantiationException refused
            when refused.getCause() instanceof NullPointerException reason && reason.getMessage() != null ->
                reason.getMessage() + " is required";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null ->
                "a value of type " + describe(mismatch.getTargetType()) + " was expected" + place(failure);
            case JsonMappingException mapping -> "the value does not fit" + place(mapping);
            default -> "not well-formed JSON" + place(failure);
        };
    }

    private static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "text (one of the values in the API description)";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "whole number";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return Iterable.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static String place(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        return location == null ? "" : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Response unauthenticated() {
        return answer(
                new Problem(
                        ProblemTypes.UNAUTHENTICATED,
                        "Not authenticated",
                        401,
                        "Send a valid access token of this installation's identity provider: Authorization: Bearer …"),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    private static Response answer(Problem problem) {
        return answer(problem, Map.of());
    }

    private static Response answer(Problem problem, Map<String, String> headers) {
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        headers.forEach(builder::header);
        return builder.build();
    }
}
