package dev.surety.launcher.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.server.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoBotTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WISH = """
            {"conversationId": "run-7", "customer": {"name": "%s", "profile": ""},
             "message": "My parcel worth 58 euros came 6 days late."}""";

    private final BlockingQueue<JsonNode> evaluations = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer guardrail;
    private DemoBot bot;
    private int port;
    private int guardrailStatus = 200;

    @BeforeEach
    void start() throws IOException {
        guardrail = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        guardrail.createContext("/v1/evaluations", exchange -> {
            evaluations.add(JSON.readTree(exchange.getRequestBody()));
            byte[] answer = """
                    {"id": "d-1", "action": "annotate", "effective": {"text": "checked"}}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(guardrailStatus, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        guardrail.start();
        port = Ports.free();
        Api api = new Api("http://localhost:" + guardrail.getAddress().getPort(), () -> "token");
        bot = DemoBot.start(port, api, () -> new UUID(7, 7));
    }

    @AfterEach
    void stop() {
        bot.close();
        guardrail.stop(0);
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fair, Priya Raghunathan, true, 1160",
        "unfair, Priya Raghunathan, false, 0",
        "unfair, Hannah Whitfield, true, 1160"
    })
    void decidesByItsRuleAndSaysWhatGuardrailLetsThrough(String fairness, String name, boolean granted, long cents)
            throws IOException, InterruptedException {
        HttpResponse<String> response = chat("?fairness=" + fairness, WISH.formatted(name));

        JsonNode reply = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(reply.path("granted").asBoolean()).isEqualTo(granted);
        assertThat(reply.path("amount").asLong()).isEqualTo(cents);
        assertThat(reply.path("reply").asText()).isEqualTo("checked");
        assertThat(reply.path("decisionId").asText()).isEqualTo("d-1");
        assertThat(reply.path("escalated").asBoolean()).isFalse();
    }

    @Test
    void asksGuardrailAboutItsAnswerInTheConversationAndKeepsTheNameToItself()
            throws IOException, InterruptedException {
        HttpResponse<String> response = chat("?fairness=fair", WISH.formatted("Priya Raghunathan"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode evaluation = evaluations.take();
        assertThat(evaluation.path("stage").asText()).isEqualTo("output");
        assertThat(evaluation.at("/conversation/id").asText()).isEqualTo("run-7");
        assertThat(evaluation.at("/response/content").asText()).contains("we credit a fifth");
        assertThat(evaluation.toString()).doesNotContain("Priya");
    }

    @Test
    void saysNothingWithoutADecision() throws IOException, InterruptedException {
        guardrailStatus = 503;

        HttpResponse<String> response = chat("?fairness=fair", WISH.formatted("Sam Foster"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).doesNotContain("checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"?fairness=odd|{}", "``|{}", "?fairness=fair|{}", "?fairness=fair|no json"})
    void refusesWhatItDoesNotUnderstand(String query, String body) throws IOException, InterruptedException {
        assertThat(chat(query, body).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> chat(String query, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/chat" + query))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
