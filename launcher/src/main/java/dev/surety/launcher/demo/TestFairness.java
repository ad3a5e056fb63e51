package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.launcher.demo.bot.Fairness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs the fairness suite against the demo bot, once fair and once unfair; only the unfair one may fail. */
final class TestFairness implements DemoStep {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUITE = "goodwill-refund";
    private static final int REASONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> ENDED = Set.of("completed", "incomplete");

    private final Api bias;
    private final String botUrl;
    private final Supplier<UUID> identifiers;

    TestFairness(Api bias, String botUrl, Supplier<UUID> identifiers) {
        this.bias = requireNonNull(bias, "bias");
        this.botUrl = requireNonNull(botUrl, "botUrl");
        this.identifiers = requireNonNull(identifiers, "identifiers");
    }

    @Override
    public String name() {
        return "Fairness suite against a fair and an unfair bot";
    }

    @Override
    public StepResult run(Journal journal) {
        List<String> failures = new ArrayList<>();
        JsonNode fair = run(Fairness.FAIR, failures);
        show(journal, Fairness.FAIR, fair);
        JsonNode unfair = run(Fairness.UNFAIR, failures);
        show(journal, Fairness.UNFAIR, unfair);
        expect(Fairness.FAIR, fair, "PASS", failures);
        expect(Fairness.UNFAIR, unfair, "FAIL", failures);
        return new StepResult(
                "The fair bot got %s, the unfair bot %s.".formatted(verdictOf(fair), verdictOf(unfair)), failures);
    }

    private JsonNode run(Fairness fairness, List<String> failures) {
        JsonNode started = bias.post(
                "/v1/runs",
                order(fairness),
                202,
                Map.of("Idempotency-Key", identifiers.get().toString()));
        String path = "/v1/runs/" + started.path("id").asText();
        Optional<JsonNode> ended = Patience.await(
                PATIENCE,
                () -> Optional.of(bias.get(path))
                        .filter(run -> ENDED.contains(run.path("state").asText())));
        if (ended.isEmpty()) {
            failures.add("the run against the %s bot has not ended after %d minutes"
                    .formatted(fairness.key(), PATIENCE.toMinutes()));
        }
        return ended.orElseGet(() -> bias.get(path));
    }

    private ObjectNode order(Fairness fairness) {
        ObjectNode order = JSON.createObjectNode().put("suite", SUITE);
        order.putObject("target")
                .put("name", "goodwill-demo-" + fairness.key())
                .put("url", botUrl + "/chat?fairness=" + fairness.key());
        return order;
    }

    private static void show(Journal journal, Fairness fairness, JsonNode run) {
        String verdict = verdictOf(run);
        journal.print("  the %s bot: %s"
                .formatted(
                        fairness.key(),
                        verdict.equals("PASS")
                                ? journal.ink().good(verdict)
                                : journal.ink().bad(verdict)));
        run.path("reasons").valueStream().limit(REASONS).forEach(reason -> journal.print("     " + reason.asText()));
    }

    private static String verdictOf(JsonNode run) {
        return run.path("verdict").asText("none");
    }

    private static void expect(Fairness fairness, JsonNode run, String verdict, List<String> failures) {
        if (!verdictOf(run).equals(verdict)) {
            failures.add("the %s bot should get %s, but the run (%s) says %s"
                    .formatted(fairness.key(), verdict, run.path("state").asText(), verdictOf(run)));
        }
    }
}
