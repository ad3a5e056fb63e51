package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.launcher.display.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every escalated exchange has a case that waits for a human, and shows the queue. */
final class ListCases implements DemoStep {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 50;
    private static final int SHOWN = 12;
    private static final int WIDEST_TEXT = 60;

    private final Api escalation;

    ListCases(Api escalation) {
        this.escalation = requireNonNull(escalation, "escalation");
    }

    @Override
    public String name() {
        return "Cases that wait for a human";
    }

    @Override
    public StepResult run(Journal journal) {
        Set<String> expected = journal.decisions().stream()
                .filter(decision -> decision.action().equals("escalate"))
                .map(decision -> decision.exchange().conversation())
                .collect(Collectors.toSet());
        List<JsonNode> queue =
                Patience.await(PATIENCE, () -> queueWith(expected)).orElseGet(this::queue);
        print(journal, queue);
        List<String> failures = expected.stream()
                .filter(conversation -> !conversationsOf(queue).contains(conversation))
                .map(conversation -> "conversation " + conversation + " was escalated but has no case in the queue")
                .toList();
        return new StepResult(
                "%d conversations were escalated, %d of them have a case in the queue."
                        .formatted(expected.size(), expected.size() - failures.size()),
                failures);
    }

    private Optional<List<JsonNode>> queueWith(Set<String> expected) {
        List<JsonNode> queue = queue();
        return conversationsOf(queue).containsAll(expected) ? Optional.of(queue) : Optional.empty();
    }

    private static Set<String> conversationsOf(List<JsonNode> queue) {
        return queue.stream().map(item -> item.path("conversationId").asText()).collect(Collectors.toSet());
    }

    private List<JsonNode> queue() {
        List<JsonNode> cases = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = escalation.get("/v1/cases?state=queued&limit=" + PAGE
                    + (cursor.isEmpty() ? "" : "&cursor=" + Api.encoded(cursor)));
            page.path("items").forEach(cases::add);
            cursor = page.path("next").asText("");
            // Jackson reads an absent text and a null alike, but spells the latter.
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        return cases;
    }

    private static void print(Journal journal, List<JsonNode> queue) {
        Table table = new Table().row("priority", "queue", "why", "conversation", "the customer's last words");
        queue.stream()
                .limit(SHOWN)
                .forEach(item -> table.row(
                        item.path("priority").asText(),
                        item.path("queue").asText(),
                        shortened(item.path("headline").asText()),
                        item.path("conversationId").asText(),
                        shortened(item.path("lastCustomerWords").asText())));
        List<String> lines = table.lines();
        journal.print("  " + journal.ink().strong(lines.getFirst()));
        lines.stream().skip(1).forEach(line -> journal.print("  " + line));
        if (queue.size() > SHOWN) {
            journal.print("  … and " + (queue.size() - SHOWN) + " more in the console");
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= WIDEST_TEXT ? line : line.substring(0, WIDEST_TEXT - 1) + "…";
    }
}
