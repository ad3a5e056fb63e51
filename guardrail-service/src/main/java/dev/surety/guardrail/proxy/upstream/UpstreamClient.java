package dev.surety.guardrail.proxy.upstream;

import dev.surety.guardrail.proxy.upstream.UpstreamFailure.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the models. It follows no redirect, and calls nothing but what the installation names. Thread-safe. */
public final class UpstreamClient {
    private final List<Upstream> upstreams;
    private final Map<String, HttpClient> clients;

    /** A client for those upstreams; no two may serve the same model to the same tenant. */
    public UpstreamClient(List<Upstream> upstreams) {
        this.upstreams = List.copyOf(upstreams);
        Map<String, HttpClient> byName = new HashMap<>();
        for (Upstream upstream : upstreams) {
            byName.put(
                    upstream.name(),
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(upstream.patience().connect())
                            .build());
        }
        clients = Map.copyOf(byName);
    }

    /** The upstream that serves that model to that tenant. */
    public Optional<Upstream> serving(String tenant, String model) {
        return upstreams.stream()
                .filter(upstream -> upstream.serves(tenant, model))
                .findFirst();
    }

    /** The models that a tenant may use, by name, and whose they are. */
    public Map<String, String> models(String tenant) {
        Map<String, String> models = new TreeMap<>();
        for (Upstream upstream : upstreams) {
            upstream.models().stream()
                    .filter(model -> upstream.serves(tenant, model))
                    .forEach(model -> models.putIfAbsent(model, upstream.name()));
        }
        return Collections.unmodifiableMap(models);
    }

    /**
     * Asks for a chat completion.
     *
     * @throws UpstreamFailure when no answer begins, or it is an error
     */
    public UpstreamAnswer ask(Upstream upstream, String body, boolean streaming, UpstreamAnswer.Waiting waiting)
            throws UpstreamFailure {
        long deadline = UpstreamAnswer.deadline(upstream);
        CompletableFuture<HttpResponse<ReceivedBytes>> future =
                client(upstream).sendAsync(request(upstream, body, streaming), head -> new ReceivedBytes());
        HttpResponse<ReceivedBytes> head = await(future, waiting, upstream);
        if (head.statusCode() != 200) {
            head.body().cancel();
            throw UpstreamFailure.refused(head.statusCode());
        }
        return new UpstreamAnswer(
                head.body(), head.headers().firstValue("Content-Type").orElse(""), upstream, waiting, deadline);
    }

    private HttpClient client(Upstream upstream) {
        HttpClient client = clients.get(upstream.name());
        if (client == null) {
            throw new IllegalArgumentException("upstream " + upstream.name() + " is none of this client's");
        }
        return client;
    }

    private static HttpRequest request(Upstream upstream, String body, boolean streaming) {
        List<String> headers = new ArrayList<>(List.of(
                "Content-Type", "application/json", "Accept", streaming ? "text/event-stream" : "application/json"));
        String key = upstream.key();
        if (key != null) {
            headers.addAll(List.of("Authorization", "Bearer " + key));
        }
        return HttpRequest.newBuilder(upstream.completions())
                .timeout(upstream.patience().firstByte())
                .headers(headers.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<ReceivedBytes> await(
            CompletableFuture<HttpResponse<ReceivedBytes>> future, UpstreamAnswer.Waiting waiting, Upstream upstream)
            throws UpstreamFailure {
        while (true) {
            try {
                return future.get(UpstreamAnswer.GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (!waiting.goesOn()) {
                    var _ = future.cancel(true);
                    throw UpstreamFailure.of(Kind.UNWANTED, "Nobody waits for the answer any more.");
                }
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof HttpTimeoutException
                                && !(failure.getCause() instanceof HttpConnectTimeoutException)
                        ? UpstreamFailure.of(Kind.SLOW, "The model did not begin to answer in time.")
                        : UpstreamFailure.of(Kind.UNREACHABLE, "Upstream " + upstream.name() + " cannot be reached.");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                var _ = future.cancel(true);
                throw UpstreamFailure.of(Kind.UNWANTED, "The service ends.");
            }
        }
    }
}
