package dev.surety.guardrail.command;

import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Foundation;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.RuleWords;
import java.util.Map;
import java.util.TreeMap;

/** What a policy comes to, for people to read. */
final class PolicyInWords {
    private PolicyInWords() {}

    static String of(Policy policy) {
        StringBuilder text = new StringBuilder();
        text.append(policy.identity().pin())
                .append(policy.draft() ? " (draft)" : "")
                .append('\n');
        if (!policy.description().isEmpty()) {
            text.append(policy.description()).append('\n');
        }
        text.append('\n');
        line(text, "digest", policy.identity().digest());
        line(
                text,
                "decides for",
                policy.bots().isEmpty()
                        ? "every bot that has no policy of its own"
                        : String.join(", ", policy.bots().stream().sorted().toList()));
        Foundation foundation = policy.foundation();
        foundation(text, "extends", foundation.parents());
        foundation(text, "texts from", foundation.templateSets());
        foundation(text, "held against", foundation.references());
        new TreeMap<>(foundation.detectors())
                .forEach((name, detector) -> line(text, "check " + name, "looks with " + detector));
        line(
                text,
                "undecidable",
                policy.defaults().onError().wireName() + ", then "
                        + policy.defaults().degraded().action().wireName() + " ("
                        + policy.defaults().degradedReason() + ")");
        line(text, "streamed", policy.defaults().stream().wireName());
        policy.rules().forEach(rule -> rule(text, rule));
        return text.toString();
    }

    private static void foundation(StringBuilder text, String what, Map<String, String> documents) {
        new TreeMap<>(documents).forEach((pin, digest) -> line(text, what, pin + " " + digest));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-18s %s%n", name, value));
    }

    private static void rule(StringBuilder text, Rule rule) {
        text.append('\n')
                .append(rule.id())
                .append(" [")
                .append(rule.reasonCode())
                .append(']');
        for (Stage stage : Stage.values()) {
            text.append(rule.stages().contains(stage) ? " " + stage.wireName() : "");
        }
        text.append(rule.enforced() ? "\n" : " (only observed)\n");
        RuleWords.of(rule)
                .forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    }
}
