package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What guardrail-service answered to one demo exchange.
 *
 * @param id the decision's id, under which its record is in the log
 * @param fired the rules that fired, in the order of the answer
 */
public record Decision(DemoExchange exchange, String id, String action, List<FiredRule> fired) {
    public Decision {
        requireNonNull(exchange, "exchange");
        requireNonNull(id, "id");
        requireNonNull(action, "action");
        fired = List.copyOf(fired);
    }

    static Decision of(DemoExchange exchange, JsonNode answer) {
        List<FiredRule> fired = answer.path("results")
                .valueStream()
                .filter(result -> result.path("status").asText().equals("fail"))
                .map(result -> new FiredRule(
                        result.path("rule").asText(), result.path("message").asText()))
                .toList();
        return new Decision(
                exchange, answer.path("id").asText(), answer.path("action").asText(), fired);
    }

    /** Whether the action is the expected one and every expected rule fired. */
    boolean isAsExpected() {
        return action.equals(exchange.expect().action()) && missingRules().isEmpty();
    }

    /** The expected rules that did not fire. */
    List<String> missingRules() {
        Set<String> names = fired.stream().map(FiredRule::rule).collect(Collectors.toSet());
        return exchange.expect().rules().stream()
                .filter(rule -> !names.contains(rule))
                .toList();
    }

    /** The rules that fired, for a table cell. */
    String ruleNames() {
        return fired.isEmpty() ? "no rule" : fired.stream().map(FiredRule::rule).collect(Collectors.joining(", "));
    }

    /** A rule that fired, and its message to people. */
    public record FiredRule(String rule, String message) {}
}
