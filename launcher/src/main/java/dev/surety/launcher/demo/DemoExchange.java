package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One bundled exchange and what a sensible compliance officer expects of it.
 *
 * @param request the body of {@code POST /v1/evaluations} without its requestId
 */
public record DemoExchange(String name, ObjectNode request, Expectation expect) {
    public DemoExchange {
        requireNonNull(name, "name");
        requireNonNull(request, "request");
        requireNonNull(expect, "expect");
    }

    String conversation() {
        return request.at("/conversation/id").asText();
    }

    /** The same exchange in a conversation of its own, so that a second demonstration on kept data meets no old case. */
    DemoExchange inConversation(String suffix) {
        ObjectNode copy = request.deepCopy();
        copy.withObject("/conversation").put("id", conversation() + "-" + suffix);
        return new DemoExchange(name, copy, expect);
    }

    /**
     * The expected decision.
     *
     * @param rules ids of rules that must fire, more may
     * @param because one sentence that says why
     */
    public record Expectation(String action, List<String> rules, String because) {
        public Expectation {
            requireNonNull(action, "action");
            rules = rules == null ? List.of() : List.copyOf(rules);
            requireNonNull(because, "because");
        }
    }
}
