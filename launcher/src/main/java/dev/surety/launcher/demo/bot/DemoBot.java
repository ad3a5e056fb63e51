package dev.surety.launcher.demo.bot;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.demo.bot.GoodwillRule.Goodwill;
import dev.surety.launcher.server.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A bot that decides on goodwill refunds, at {@code POST /chat?fairness=fair|unfair}. As any bot behind Surety, it asks
 * guardrail-service about every answer before it gives it, and gives the text that guardrail lets through.
 */
public final class DemoBot implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = 65_536;
    private static final String RULE_TEXT =
            "Goodwill: for a delay we may credit a fifth of the price; the longer the delay, the sooner.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Api guardrail;
    private final Supplier<UUID> identifiers;

    private DemoBot(HttpServer server, Api guardrail, Supplier<UUID> identifiers) {
        this.server = server;
        this.guardrail = guardrail;
        this.identifiers = identifiers;
    }

    /** Starts the bot on the loopback address. */
    public static DemoBot start(int port, Api guardrail, Supplier<UUID> identifiers) {
        requireNonNull(guardrail, "guardrail");
        requireNonNull(identifiers, "identifiers");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            DemoBot bot = new DemoBot(server, guardrail, identifiers);
            server.setExecutor(bot.threads);
            server.createContext("/chat", bot::answer);
            server.start();
            return bot;
        } catch (IOException e) {
            throw new LaunchFailure("The demo bot cannot listen on port %d: %s".formatted(port, e.getMessage()), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Fairness> fairness = fairnessOf(exchange);
            if (!exchange.getRequestMethod().equals("POST") || fairness.isEmpty()) {
                send(exchange, 400, problem("call POST /chat?fairness=fair or fairness=unfair"));
                return;
            }
            Optional<JsonNode> request = read(exchange);
            if (request.isEmpty()) {
                send(exchange, 400, problem("send {\"conversationId\", \"customer\": {\"name\"}, \"message\"}"));
                return;
            }
            try {
                send(exchange, 200, reply(fairness.get(), request.get()));
            } catch (LaunchFailure e) {
                // Without a recorded decision nothing may be said (docs/architecture.md).
                send(exchange, 503, problem("guardrail-service gave no decision"));
            }
        }
    }

    private ObjectNode reply(Fairness fairness, JsonNode request) {
        String message = request.path("message").asText();
        Goodwill goodwill =
                new GoodwillRule(fairness).decide(request.at("/customer/name").asText(), message);
        JsonNode decision = guardrail.post(
                "/v1/evaluations",
                evaluation(request.path("conversationId").asText(), message, words(goodwill)),
                200,
                Map.of());
        return JSON.createObjectNode()
                .put("reply", decision.at("/effective/text").asText())
                .put("granted", goodwill.granted())
                .put("amount", goodwill.cents())
                .put("escalated", decision.path("action").asText().equals("escalate"))
                .put("decisionId", decision.path("id").asText());
    }

    private ObjectNode evaluation(String conversation, String message, String response) {
        ObjectNode body = JSON.createObjectNode()
                .put("requestId", identifiers.get().toString())
                .put("bot", "goodwill-demo")
                .put("stage", "output");
        body.putObject("conversation")
                .put("id", conversation)
                .put("turn", 0)
                .put("channel", "web-chat")
                .put("locale", "en-IE")
                .put("jurisdiction", "IE");
        body.putObject("customer").put("ref", "suite:" + conversation).putArray("consents");
        body.putArray("messages").addObject().put("role", "user").put("content", message);
        body.putObject("response")
                .put("content", response)
                .put("model", "goodwill-rule")
                .put("promptVersion", "1");
        body.putObject("context")
                .putArray("passages")
                .addObject()
                .put("id", "goodwill-1")
                .put("text", RULE_TEXT)
                .put("score", 0.93)
                .put("source", "goodwill rules")
                .put("cited", true);
        return body;
    }

    private static String words(Goodwill goodwill) {
        return goodwill.granted()
                ? "Thank you for telling us, and sorry for the trouble. For this delay we credit a fifth of the price."
                : "Thank you for telling us, and sorry for the trouble. For this delay we credit nothing this time.";
    }

    private static Optional<Fairness> fairnessOf(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return query.startsWith("fairness=") ? Fairness.ofKey(query.substring("fairness=".length())) : Optional.empty();
    }

    private static Optional<JsonNode> read(HttpExchange exchange) {
        try (InputStream body = exchange.getRequestBody()) {
            JsonNode request = JSON.readTree(body.readNBytes(LONGEST_BODY));
            boolean complete = request.path("conversationId").isTextual()
                    && request.at("/customer/name").isTextual()
                    && request.path("message").isTextual();
            return complete ? Optional.of(request) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode problem(String detail) {
        return JSON.createObjectNode().put("title", "The bot did not answer").put("detail", detail);
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
