package dev.surety.guardrail.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.PolicyTestRunner;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.Status;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyDiagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What came of checking a policy, for people and for machines. */
final class PolicyReport {
    private PolicyReport() {}

    static String refused(List<PolicyDiagnostic> diagnostics) {
        return diagnostics.stream().map(PolicyDiagnostic::toString).collect(Collectors.joining("\n"));
    }

    static String tested(Policy policy, List<PolicyTestRunner.Outcome> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "test", "expected", "got", "rules"));
        List<String> failures = new ArrayList<>();
        for (PolicyTestRunner.Outcome outcome : outcomes) {
            rows.add(List.of(
                    outcome.passed() ? "ok" : "FAIL",
                    outcome.test().name(),
                    outcome.test().expected().action().wireName(),
                    outcome.decision().action().wireName(),
                    String.join(", ", fired(outcome))));
            outcome.failures()
                    .forEach(failure -> failures.add("  " + outcome.test().name() + ": " + failure));
        }
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        StringBuilder text = new StringBuilder();
        text.append(policy.identity().pin())
                .append(' ')
                .append(policy.identity().digest())
                .append("\n\n");
        if (!outcomes.isEmpty()) {
            text.append(table(rows)).append('\n');
        }
        failures.forEach(failure -> text.append(failure).append('\n'));
        text.append(
                outcomes.isEmpty() ? "The policy has no tests." : outcomes.size() + " tests, " + failed + " failed.");
        return text.toString();
    }

    static String testedJson(Policy policy, List<PolicyTestRunner.Outcome> outcomes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accepted", outcomes.stream().allMatch(PolicyTestRunner.Outcome::passed));
        json.put("id", policy.identity().id());
        json.put("version", policy.identity().version());
        json.put("digest", policy.identity().digest());
        json.putArray("diagnostics");
        ArrayNode tests = json.putArray("tests");
        for (PolicyTestRunner.Outcome outcome : outcomes) {
            ObjectNode test = tests.addObject();
            test.put("name", outcome.test().name());
            test.put("passed", outcome.passed());
            test.put("expected", outcome.test().expected().action().wireName());
            test.put("got", outcome.decision().action().wireName());
            ArrayNode rules = test.putArray("rules");
            fired(outcome).forEach(rules::add);
            ArrayNode failures = test.putArray("failures");
            outcome.failures().forEach(failures::add);
        }
        return json.toPrettyString();
    }

    static String refusedJson(List<PolicyDiagnostic> diagnostics) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accepted", false);
        ArrayNode list = json.putArray("diagnostics");
        for (PolicyDiagnostic diagnostic : diagnostics) {
            ObjectNode one = list.addObject();
            one.put("file", diagnostic.file());
            one.put("line", diagnostic.position().line());
            one.put("column", diagnostic.position().column());
            one.put("message", diagnostic.message());
        }
        return json.toPrettyString();
    }

    static String acceptedJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accepted", true);
        json.putArray("diagnostics");
        return ((JsonNode) json).toPrettyString();
    }

    private static List<String> fired(PolicyTestRunner.Outcome outcome) {
        return outcome.decision().results().stream()
                .filter(result -> result.status() == Status.FAIL)
                .map(RuleResult::rule)
                .toList();
    }

    private static String table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
