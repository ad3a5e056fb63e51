package dev.surety.escalation.guardrail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands in for guardrail-service. It answers with what it was asked, so that a test sees what went along; the
 * parameter {@code bot} of the policy in force chooses other answers.
 */
public final class FakeGuardrail implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "escalation.guardrail.url",
                        "http://localhost:" + server.getAddress().getPort(),
                "escalation.guardrail.timeout", "1s",
                "escalation.guardrail.largest-answer", "64K");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().add("X-Inner-Network", "node-7");
        exchange.getResponseHeaders().add("Set-Cookie", "stolen=1");
        switch (query) {
            case "bot=late" -> {
                pause();
                send(exchange, 200, "application/json", "{}");
            }
            case "bot=large" -> send(exchange, 200, "application/json", "\"" + "x".repeat(100_000) + "\"");
            case "bot=page" -> send(exchange, 502, "text/html", "<h1>inner-proxy-3 says no</h1>");
            case "bot=unknown-token" -> send(exchange, 401, "application/problem+json", "{\"status\":401}");
            case "bot=elsewhere" -> {
                exchange.getResponseHeaders().add("Location", "http://localhost:1/");
                send(exchange, 302, "text/html", "");
            }
            case "bot=busy" -> {
                exchange.getResponseHeaders().add("Retry-After", "7");
                send(exchange, 429, "application/problem+json", "{\"status\":429,\"type\":\"x/too-many-requests\"}");
            }
            case "bot=forbidden" -> send(exchange, 403, "application/problem+json", "{\"status\":403}");
            default -> send(exchange, 200, "application/json", echo(exchange));
        }
    }

    private static String echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String headers = exchange.getRequestHeaders().keySet().stream()
                .sorted()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(","));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String payload = token == null ? "" : token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return "{\"method\":\"%s\",\"path\":\"%s\",\"headers\":[%s],\"body\":\"%s\",\"token\":\"%s\"}"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers,
                        body.replace("\"", "'"),
                        payload);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
