package dev.surety.escalation.guardrail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of guardrail-service. Its path is made of segments that are encoded here, and its parameters are named by the
 * caller: nothing that a browser sends can lead to another call.
 *
 * @param body JSON to send; empty for a call that only reads
 */
public record GuardrailCall(List<String> segments, Map<String, String> parameters, Optional<String> body) {
    public GuardrailCall {
        segments = List.copyOf(segments);
        parameters = Map.copyOf(parameters);
    }

    /** Reads what stands at that path. */
    public static GuardrailCall read(String... segments) {
        return new GuardrailCall(List.of(segments), Map.of(), Optional.empty());
    }

    /** Sends JSON to that path. */
    public static GuardrailCall send(String body, String... segments) {
        return new GuardrailCall(List.of(segments), Map.of(), Optional.of(body));
    }

    /** The same call with a parameter; without it where there is no value. */
    public GuardrailCall with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new GuardrailCall(segments, more, body);
    }

    /** Where the call goes, below the address of the service. */
    String path() {
        String path = segments.stream().map(GuardrailCall::encoded).collect(Collectors.joining("/", "/v1/", ""));
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
