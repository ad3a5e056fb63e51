package dev.surety.verification.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.verification.suite.Exchanges;
import dev.surety.verification.suite.RunningSuite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Channels that send exchanges without a pause, every third one a wish for a human. What was acknowledged is
 * remembered; what was not is sent again with the same {@code requestId} until it is, as a channel should.
 */
final class Load implements AutoCloseable {
    private static final int CHANNELS = 4;
    private static final int EVERY = 3;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    /** An evaluation that was answered with 200. */
    record Acknowledged(String conversation, String decisionId, String action) {}

    Load() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            var _ = threads.submit(this::channel);
        }
    }

    /** How many evaluations have been answered so far. */
    int answered() {
        return acknowledged.size();
    }

    /** Ends the load after the exchanges in hand, and tells what was acknowledged. */
    List<Acknowledged> stop() throws InterruptedException {
        running = false;
        threads.shutdown();
        if (!threads.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A channel could not get its last exchange acknowledged");
        }
        return List.copyOf(acknowledged);
    }

    private void channel() {
        for (int number = 0; running; number++) {
            String conversation = Exchanges.newConversation();
            ObjectNode request =
                    number % EVERY == 0 ? Exchanges.wishForAHuman(conversation) : Exchanges.harmless(conversation);
            JsonNode decision = sendUntilAcknowledged(request);
            acknowledged.add(new Acknowledged(
                    conversation,
                    decision.path("id").asText(),
                    decision.path("action").asText()));
            pause(150);
        }
    }

    private static JsonNode sendUntilAcknowledged(ObjectNode request) {
        while (true) {
            try {
                return RunningSuite.integrator().post("/v1/evaluations", request, 200, Map.of());
            } catch (LaunchFailure notAnswered) {
                pause(250);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        running = false;
        threads.shutdownNow();
    }
}
