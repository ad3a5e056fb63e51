package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A server that speaks the OpenAI protocol and answers what stands behind {@code say:} in the last message, with personal
 * data where that says {@code <iban>} or {@code <mail>}; some of its
 * models misbehave as their names tell. {@code GET /seen/<model>} shows the last request of a model, and whether its
 * caller went away. It lives as long as the tests, and is asked over HTTP only, because tests run in another class
 * loader than the one that starts it.
 */
public final class ScriptedModel {
    public static final List<String> MODELS = List.of(
            "plain",
            "whole",
            "garbage",
            "cut",
            "stalling",
            "silent",
            "broken",
            "busy",
            "tools",
            "huge",
            "chatty",
            "slow");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PORT = "test.scripted-model";
    private static final Map<String, ObjectNode> SEEN = new ConcurrentHashMap<>();

    private ScriptedModel() {}

    /** Where it is. */
    public static String url() {
        return System.getProperty(PORT);
    }

    /** Starts it unless it runs; says where it is. */
    public static synchronized String start() {
        if (System.getProperty(PORT) == null) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/v1/chat/completions", ScriptedModel::answer);
                server.createContext("/seen/", ScriptedModel::seen);
                server.start();
                System.setProperty(
                        PORT, "http://127.0.0.1:" + server.getAddress().getPort());
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
        return System.getProperty(PORT);
    }

    private static void seen(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ObjectNode seen = SEEN.getOrDefault(path.substring("/seen/".length()), JSON.createObjectNode());
        whole(exchange, 200, seen.toString());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String model = request.path("model").asText();
        ObjectNode seen = JSON.createObjectNode().put("gone", false);
        seen.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        seen.set("request", request);
        SEEN.put(model, seen);
        try (exchange) {
            switch (model) {
                case "silent" -> sleep(4_000);
                case "broken" -> whole(exchange, 500, "{\"error\": {\"message\": \"a secret of the model's\"}}");
                case "busy" -> whole(exchange, 429, "{}");
                case "whole" -> whole(exchange, 200, completion(request).toString());
                case String _ -> {
                    if (request.path("stream").asBoolean()) {
                        stream(exchange, request, model);
                    } else {
                        whole(
                                exchange,
                                200,
                                model.equals("garbage")
                                        ? "<html>"
                                        : completion(request).toString());
                    }
                }
            }
        } catch (IOException gone) {
            seen.put("gone", true);
        }
    }

    private static ObjectNode completion(JsonNode request) {
        ObjectNode completion = JSON.createObjectNode().put("id", "up-1").put("system_fingerprint", "fp-1");
        for (int i = 0; i < request.path("n").asInt(1); i++) {
            ObjectNode choice = completion.withArray("choices").addObject().put("index", i);
            ObjectNode message = choice.putObject("message").put("role", "assistant");
            if (request.path("model").asText().equals("tools")) {
                message.putNull("content");
                ObjectNode call = message.putArray("tool_calls").addObject().put("id", "call-1");
                call.putObject("function").put("name", "look_up").put("arguments", said(request));
                choice.put("finish_reason", "tool_calls");
            } else {
                message.put("content", said(request));
                choice.put("finish_reason", "stop");
            }
            if (request.path("model").asText().equals("chatty")) {
                message.put("reasoning_content", said(request)).put("reasoning", said(request));
                choice.putObject("logprobs").putArray("content").addObject().put("token", said(request));
                completion.put("echo", said(request));
            }
        }
        completion.putObject("usage").put("total_tokens", 7);
        return completion;
    }

    private static void stream(HttpExchange exchange, JsonNode request, String model) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        String said = model.equals("huge") ? "x".repeat(30_000) : said(request);
        int step = model.equals("huge") ? said.length() : 5;
        for (int at = 0; at < said.length(); at += step) {
            String piece = said.substring(at, Math.min(said.length(), at + step));
            for (int i = 0; i < request.path("n").asInt(1); i++) {
                send(out, delta(model, i, piece));
            }
            if (at > 0 && model.equals("garbage")) {
                event(out, "{\"choices\": [this is no JSON");
            }
            if (at > said.length() / 2 && model.equals("cut")) {
                return;
            }
            if (at > said.length() / 2 && model.equals("stalling")) {
                sleep(4_000);
            }
            sleep(model.equals("slow") ? 50 : 0);
        }
        for (int i = 0; i < request.path("n").asInt(1); i++) {
            ObjectNode end = delta(model, i, null);
            ((ObjectNode) end.at("/choices/0")).put("finish_reason", model.equals("tools") ? "tool_calls" : "stop");
            send(out, end);
        }
        ObjectNode usage = JSON.createObjectNode();
        usage.putArray("choices");
        usage.putObject("usage").put("total_tokens", 7);
        send(out, usage);
        event(out, "[DONE]");
    }

    private static ObjectNode delta(String model, int index, String piece) {
        ObjectNode chunk = JSON.createObjectNode().put("id", "up-1");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        ObjectNode delta = choice.putObject("delta");
        if (piece == null) {
            return chunk;
        }
        if (model.equals("tools")) {
            ObjectNode call =
                    delta.putArray("tool_calls").addObject().put("index", 0).put("id", "call-1");
            call.putObject("function").put("name", "look_up").put("arguments", piece);
        } else {
            delta.put("content", piece);
        }
        if (model.equals("chatty")) {
            delta.put("reasoning_content", piece);
            choice.putObject("logprobs").putArray("content").addObject().put("token", piece);
        }
        return chunk;
    }

    private static void send(OutputStream out, ObjectNode chunk) throws IOException {
        event(out, chunk.toString());
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String said(JsonNode request) {
        JsonNode messages = request.path("messages");
        JsonNode content = messages.get(messages.size() - 1).path("content");
        String last = content.isArray() ? content.get(0).path("text").asText() : content.asText();
        return last.substring(last.indexOf("say:") + 4)
                .strip()
                .replace("<iban>", "DE89 3704 0044 0532 0130 00")
                .replace("<mail>", "anna@mail.example");
    }

    private static void whole(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
