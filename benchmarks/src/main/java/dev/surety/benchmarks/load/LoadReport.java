package dev.surety.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.benchmarks.speed.Workload;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures a full evaluation beside the same service that has nothing to decide, in alternating rounds of one run, and
 * prints a table: 1 KB question, 1 KB answer, four passages.
 */
public final class LoadReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 16;
    private static final int PACE_PER_SECOND = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final int ROUNDS = 3;

    private LoadReport() {}

    public static void main(String[] arguments) throws IOException {
        try (GuardrailUnderLoad service = new GuardrailUnderLoad();
                Driver driver = new Driver(service.port(), CONNECTIONS, service.token())) {
            List<Exchange> exchanges = new Workload(1).answers(256, 1024, 1024);
            List<String> full = bodies(exchanges, GuardrailUnderLoad.FULL);
            List<String> bare = bodies(exchanges, GuardrailUnderLoad.BARE);
            driver.closedLoop(full, CONNECTIONS, WARM_UP);
            driver.closedLoop(bare, CONNECTIONS, WARM_UP);
            System.out.println(
                    "| round | policy | per second | p50 ms | p99 ms | processor time of the service, µs each |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            for (int round = 1; round <= ROUNDS; round++) {
                print(
                        service,
                        round + ", " + CONNECTIONS + " at once",
                        "bare",
                        () -> driver.closedLoop(bare, CONNECTIONS, ROUND));
                print(
                        service,
                        round + ", " + CONNECTIONS + " at once",
                        "baseline",
                        () -> driver.closedLoop(full, CONNECTIONS, ROUND));
            }
            String pace = PACE_PER_SECOND + " a second";
            print(service, pace, "bare", () -> driver.paced(bare, PACE_PER_SECOND, ROUND));
            print(service, pace, "baseline", () -> driver.paced(full, PACE_PER_SECOND, ROUND));
        }
    }

    private static void print(GuardrailUnderLoad service, String name, String policy, Supplier<Driver.Round> load) {
        Duration before = service.processorTime();
        Driver.Round round = load.get();
        double processor = service.processorTime().minus(before).toNanos() / 1e3 / round.answered();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %s | %.0f |%n",
                name,
                policy,
                round.perSecond(),
                round.latencies().milliseconds(0.50),
                round.latencies().milliseconds(0.99),
                processor);
    }

    private static List<String> bodies(List<Exchange> exchanges, String bot) {
        return exchanges.stream().map(exchange -> body(exchange, bot)).toList();
    }

    private static String body(Exchange exchange, String bot) {
        ObjectNode body = JSON.createObjectNode();
        body.put("requestId", Driver.REQUEST_ID).put("bot", bot).put("stage", "output");
        body.putObject("conversation")
                .put("id", exchange.conversation().id())
                .put("turn", exchange.conversation().turn())
                .put("channel", exchange.conversation().channel())
                .put("locale", exchange.conversation().locale().toLanguageTag())
                .put("jurisdiction", exchange.conversation().jurisdiction());
        body.putObject("customer").put("ref", exchange.customer().ref());
        var messages = body.putArray("messages");
        exchange.messages()
                .forEach(message -> messages.addObject()
                        .put("role", message.role().wireName())
                        .put("content", message.content()));
        Response response = exchange.response();
        body.putObject("response").put("content", response == null ? "" : response.content());
        var passages = body.putObject("context").putArray("passages");
        exchange.passages()
                .forEach(passage -> passages.addObject()
                        .put("id", passage.id())
                        .put("text", passage.text())
                        .put("score", passage.scorePerMille() / 1000.0)
                        .put("cited", passage.cited()));
        return body.toString();
    }
}
