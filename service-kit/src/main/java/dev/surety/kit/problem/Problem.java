package dev.surety.kit.problem;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer (RFC 9457). The type is one of {@link dev.surety.contracts.ProblemTypes}; the detail tells the
 * caller what was wrong with this request and what to do, and never carries the text of an exception.
 *
 * @param status the HTTP status, 400..599
 * @param errors one entry per offending value; empty when the problem is not about values
 * @param extensions further members of the answer, such as the owner of a case that is already claimed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        List<Violation> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** The media type of problem answers (RFC 9457 section 6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ": 400..599 was expected");
        }
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem without offending values and extensions. */
    public Problem(URI type, String title, int status, @Nullable String detail) {
        this(type, title, status, detail, List.of(), Map.of());
    }

    /** The same problem with one more member in the answer. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, title, status, detail, errors, more);
    }

    /**
     * One offending value.
     *
     * @param pointer where it stands in the body, as a JSON pointer (RFC 6901), or the name of a parameter or header
     * @param detail what was expected there
     */
    public record Violation(String pointer, String detail) {
        public Violation {
            requireNonNull(pointer, "pointer");
            requireNonNull(detail, "detail");
        }
    }
}
