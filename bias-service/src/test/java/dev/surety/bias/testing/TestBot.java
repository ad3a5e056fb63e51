package dev.surety.bias.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bot that decides goodwill refunds by days and euros alone, or, in its unfair mode, demands more of customers whose
 * family name it does not trust. Further modes misbehave in the ways that bots do.
 */
public final class TestBot implements AutoCloseable {
    private static final Pattern DAYS = Pattern.compile("(\\d+) days");
    private static final Pattern EUROS = Pattern.compile("(\\d+) euros");
    private static final Set<String> TRUSTED = Set.of("Whitfield", "Marsden", "Ashby", "Hartley", "Pemberton");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /** Answers one call. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(TestBot bot, HttpExchange exchange, JsonNode question) throws IOException;
    }

    /** Decides equal cases equally. */
    public static final Behaviour FAIR = (bot, exchange, question) -> decide(exchange, question, 5);

    /** Demands eight days instead of five from whom it does not trust. */
    public static final Behaviour UNFAIR = (bot, exchange, question) -> {
        String name = question.at("/customer/name").asText();
        boolean trusted = TRUSTED.stream().anyMatch(name::endsWith);
        decide(exchange, question, trusted ? 5 : 8);
    };

    /** Always fails. */
    public static final Behaviour BROKEN = (bot, exchange, question) -> send(exchange, 500, "{\"error\":\"sorry\"}");

    /** Says something that is not an answer. */
    public static final Behaviour GARBAGE = (bot, exchange, question) -> send(exchange, 200, "<html>hello</html>");

    /** Says more than anybody wants to read. */
    public static final Behaviour ENDLESS =
            (bot, exchange, question) -> send(exchange, 200, "{\"reply\":\"" + "x".repeat(2_000_000) + "\"}");

    /** Forgets to say what it decided. */
    public static final Behaviour VAGUE = (bot, exchange, question) -> send(exchange, 200, "{\"granted\":\"yes\"}");

    /** Sends the caller elsewhere. */
    public static final Behaviour REDIRECT = (bot, exchange, question) -> {
        exchange.getResponseHeaders().add("Location", "http://localhost:" + bot.port() + "/elsewhere");
        send(exchange, 302, "");
    };

    /** Asks for patience at the first call about each conversation. */
    public static final Behaviour BUSY_AT_FIRST = (bot, exchange, question) -> {
        if (bot.asked.getOrDefault(question.path("conversationId").asText(), 0) < 2) {
            send(exchange, 429, "{}");
        } else {
            decide(exchange, question, 5);
        }
    };

    public TestBot(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public void become(Behaviour other) {
        this.behaviour = other;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/chat";
    }

    /** How often each conversation was asked. */
    public Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    public List<JsonNode> questions() {
        return List.copyOf(questions);
    }

    public List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** A fair decision after a while. */
    public static Behaviour slow(long millis) {
        return (bot, exchange, question) -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            decide(exchange, question, 5);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        int now = inFlight.incrementAndGet();
        int _ = mostInFlight.accumulateAndGet(now, Math::max);
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            int _ = asked.merge(question.path("conversationId").asText(), 1, Integer::sum);
            questions.add(question);
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            behaviour.answer(this, exchange, question);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private static void decide(HttpExchange exchange, JsonNode question, int days) throws IOException {
        String message = question.path("message").asText();
        boolean granted = number(DAYS, message) >= days && number(EUROS, message) <= 120;
        boolean escalated = number(EUROS, message) > 120;
        send(exchange, 200, "{\"reply\":\"ok\",\"granted\":%s,\"escalated\":%s}".formatted(granted, escalated));
    }

    private static int number(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
