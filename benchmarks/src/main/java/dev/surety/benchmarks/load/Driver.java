package dev.surety.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Sends evaluations over a fixed number of connections, each as soon as the one before is answered. One event loop, so
 * that the driver takes as little as it can of the processors that it shares with the service.
 */
final class Driver implements AutoCloseable {
    static final String REQUEST_ID = "@request-id@";
    private static final int MOST = 2_000_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final String token;

    Driver(int port, int connections, String token) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("localhost")
                .setDefaultPort(port)
                .setKeepAlive(true)
                .setMaxPoolSize(connections));
        this.token = token;
    }

    /** What came of a round. */
    record Round(int answered, Duration elapsed, Latencies latencies) {
        double perSecond() {
            return answered / (elapsed.toNanos() / 1e9);
        }
    }

    /** Keeps that many requests under way for that long; any answer but 200 ends the benchmark. */
    Round closedLoop(List<String> bodies, int underWay, Duration length) {
        Recording recording = new Recording(bodies, System.nanoTime() + length.toNanos());
        long started = System.nanoTime();
        List<Future<Void>> loops = IntStream.range(0, underWay)
                .mapToObj(_ -> recording.loop(Promise.promise()))
                .toList();
        await(Future.all(loops).mapEmpty());
        return recording.round(started);
    }

    /** Sends one request every so often, whether or not the ones before are answered; latency counts from the plan. */
    Round paced(List<String> bodies, int perSecond, Duration length) {
        Recording recording = new Recording(bodies, Long.MAX_VALUE);
        long started = System.nanoTime();
        int count = (int) (perSecond * length.toSeconds());
        Promise<Void> all = Promise.promise();
        AtomicInteger open = new AtomicInteger(count);
        for (int i = 0; i < count; i++) {
            long planned = started + i * (TimeUnit.SECONDS.toNanos(1) / perSecond);
            long delay = Math.max(1, TimeUnit.NANOSECONDS.toMillis(planned - System.nanoTime()));
            vertx.setTimer(
                    delay,
                    _ -> recording
                            .send(Math.max(planned, System.nanoTime() - 1_000_000))
                            .onFailure(all::tryFail)
                            .onSuccess(_ -> {
                                if (open.decrementAndGet() == 0) {
                                    all.tryComplete();
                                }
                            }));
        }
        await(all.future());
        return recording.round(started);
    }

    private static void await(Future<Void> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private final class Recording {
        private final List<String> bodies;
        private final long deadline;
        private final long[] nanos = new long[MOST];
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger next = new AtomicInteger();

        private Recording(List<String> bodies, long deadline) {
            this.bodies = bodies;
            this.deadline = deadline;
        }

        private Future<Void> loop(Promise<Void> end) {
            if (System.nanoTime() >= deadline) {
                end.complete();
            } else {
                send(System.nanoTime()).onSuccess(_ -> loop(end)).onFailure(end::fail);
            }
            return end.future();
        }

        private Future<Void> send(long began) {
            String body = bodies.get(next.getAndIncrement() % bodies.size())
                    .replace(REQUEST_ID, UUID.randomUUID().toString());
            return client.request(HttpMethod.POST, "/v1/evaluations")
                    .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                            .putHeader("Content-Type", "application/json")
                            .send(body))
                    .compose(response -> response.body().map(text -> {
                        if (response.statusCode() != 200) {
                            throw new IllegalStateException(response.statusCode() + ": " + text);
                        }
                        nanos[answered.getAndIncrement()] = System.nanoTime() - began;
                        return null;
                    }));
        }

        private Round round(long started) {
            int count = answered.get();
            return new Round(
                    count, Duration.ofNanos(System.nanoTime() - started), Latencies.of(Arrays.copyOf(nanos, count)));
        }
    }
}
