package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.launcher.display.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Sends every bundled exchange to guardrail-service and compares what it decides with what was expected. */
final class DecideExchanges implements DemoStep {
    private final Api guardrail;
    private final List<DemoExchange> exchanges;
    private final Supplier<UUID> identifiers;

    DecideExchanges(Api guardrail, List<DemoExchange> exchanges, Supplier<UUID> identifiers) {
        this.guardrail = requireNonNull(guardrail, "guardrail");
        this.exchanges = List.copyOf(exchanges);
        this.identifiers = requireNonNull(identifiers, "identifiers");
    }

    @Override
    public String name() {
        return "Decisions on " + exchanges.size() + " exchanges";
    }

    @Override
    public StepResult run(Journal journal) {
        String run = identifiers.get().toString().substring(0, 4);
        exchanges.forEach(exchange -> journal.decided(decide(exchange.inConversation(run))));
        print(journal);
        List<String> failures = new ArrayList<>();
        for (Decision decision : journal.decisions()) {
            if (!decision.isAsExpected()) {
                failures.add(failure(decision));
            }
        }
        return new StepResult(
                "%d of %d exchanges were decided as expected."
                        .formatted(exchanges.size() - failures.size(), exchanges.size()),
                failures);
    }

    private Decision decide(DemoExchange exchange) {
        ObjectNode body = exchange.request().deepCopy();
        body.put("requestId", identifiers.get().toString());
        JsonNode answer = guardrail.post("/v1/evaluations", body, 200, Map.of());
        return Decision.of(exchange, answer);
    }

    private static void print(Journal journal) {
        Table table = new Table().row("", "exchange", "expected", "decided", "rules that fired");
        for (Decision decision : journal.decisions()) {
            table.row(
                    decision.isAsExpected() ? "✓" : "✗",
                    decision.exchange().name(),
                    decision.exchange().expect().action(),
                    decision.action(),
                    decision.ruleNames());
        }
        List<String> lines = table.lines();
        journal.print("  " + journal.ink().strong(lines.getFirst()));
        for (int row = 1; row < lines.size(); row++) {
            Decision decision = journal.decisions().get(row - 1);
            String line = lines.get(row);
            journal.print("  " + (decision.isAsExpected() ? line : journal.ink().bad(line)));
            journal.print("     "
                    + journal.ink()
                            .faint("because: " + decision.exchange().expect().because()));
        }
    }

    private static String failure(Decision decision) {
        String rules = decision.missingRules().isEmpty()
                ? ""
                : "; these rules did not fire: " + String.join(", ", decision.missingRules());
        return "%s: expected %s, but guardrail decided %s (%s)%s"
                .formatted(
                        decision.exchange().name(),
                        decision.exchange().expect().action(),
                        decision.action(),
                        decision.ruleNames(),
                        rules);
    }
}
