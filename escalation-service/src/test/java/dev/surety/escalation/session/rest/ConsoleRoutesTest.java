package dev.surety.escalation.session.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleRoutesTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serveAsTheServiceDoes() {
        Router router = Router.router(vertx);
        new ConsoleRoutes().open(router);
        router.get("/").order(1_000).handler(request -> request.end("the console"));
        router.route()
                .order(2_000)
                .handler(request -> request.response().setStatusCode(404).end("nothing"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,200",
        "GET,/queue,200",
        "GET,/queue?view=mine,200",
        "GET,/cases/0198c1d1-4f00-7000-8000-000000000000?view=mine,200",
        "GET,/policy,200",
        "GET,/policy/playground,200",
        "GET,/decisions?window=24h,200",
        "GET,/decisions/0198c1d1-4f00-7000-8000-000000000000,200",
        "GET,/policy/other,404",
        "GET,/cases,404",
        "GET,/cases/1/claim,404",
        "GET,/v1/cases/1,404",
        "POST,/queue,404"
    })
    void showsTheConsoleAtTheAddressesOfItsPagesOnly(String method, String path, int expected)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();

            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(expected);
            assertThat(answer.body()).isEqualTo(expected == 200 ? "the console" : "nothing");
        }
    }
}
