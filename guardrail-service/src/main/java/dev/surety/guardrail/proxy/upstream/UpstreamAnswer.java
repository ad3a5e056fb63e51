package dev.surety.guardrail.proxy.upstream;

import dev.surety.guardrail.proxy.upstream.UpstreamFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer whose head has arrived and whose body is still arriving. Used by one thread. */
public final class UpstreamAnswer implements AutoCloseable {
    /** How often somebody who waits is asked whether they still do. */
    static final long GLANCE_MILLIS = 100;

    private static final String DATA = "data:";

    private final ReceivedBytes body;
    private final String mediaType;
    private final Upstream upstream;
    private final Waiting waiting;
    private final long deadline;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder event = new StringBuilder();
    private long received;
    private boolean ended;

    /** Whoever waits for the answer. */
    @FunctionalInterface
    public interface Waiting {
        /** Called again and again while nothing arrives; false when nobody waits any more. */
        boolean goesOn();
    }

    UpstreamAnswer(ReceivedBytes body, String mediaType, Upstream upstream, Waiting waiting, long deadline) {
        this.body = body;
        this.mediaType = mediaType;
        this.upstream = upstream;
        this.waiting = waiting;
        this.deadline = deadline;
    }

    /** Whether it comes as a stream of events. */
    public boolean isEventStream() {
        return mediaType.startsWith("text/event-stream");
    }

    /**
     * All of it as one text.
     *
     * @throws UpstreamFailure when it does not come, or is too large
     */
    public String text() throws UpstreamFailure {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!ended) {
            for (ByteBuffer buffer : receive()) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                all.writeBytes(bytes);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /**
     * The data of the next event (WHATWG HTML, section 9.2.6); empty when the stream has ended.
     *
     * @throws UpstreamFailure when it does not come, or is too large
     */
    public Optional<String> event() throws UpstreamFailure {
        while (true) {
            while (!lines.isEmpty()) {
                String next = lines.removeFirst();
                if (next.isEmpty() && !event.isEmpty()) {
                    String data = event.toString();
                    event.setLength(0);
                    return Optional.of(data);
                }
                if (next.startsWith(DATA)) {
                    String data = next.substring(DATA.length());
                    event.append(event.isEmpty() ? "" : "\n").append(data.startsWith(" ") ? data.substring(1) : data);
                }
            }
            if (ended) {
                return Optional.empty();
            }
            receive().forEach(this::split);
        }
    }

    private void split(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            byte one = buffer.get();
            if (one == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                lines.addLast(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
                line.reset();
            } else {
                line.write(one);
            }
        }
    }

    private Iterable<ByteBuffer> receive() throws UpstreamFailure {
        long silentSince = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            if (now - deadline > 0
                    || now - silentSince > upstream.patience().idle().toNanos()) {
                throw UpstreamFailure.of(Kind.SLOW, "The model took too long to go on with its answer.");
            }
            if (!waiting.goesOn()) {
                throw UpstreamFailure.of(Kind.UNWANTED, "Nobody waits for the answer any more.");
            }
            switch (poll()) {
                case ReceivedBytes.Bytes(var buffers) -> {
                    received +=
                            buffers.stream().mapToLong(ByteBuffer::remaining).sum();
                    if (received > upstream.most()) {
                        throw UpstreamFailure.of(
                                Kind.TOO_LARGE, "The model's answer is larger than " + upstream.most() + " bytes.");
                    }
                    return buffers;
                }
                case ReceivedBytes.End() -> {
                    ended = true;
                    return List.of();
                }
                case ReceivedBytes.Broken() ->
                    throw UpstreamFailure.of(Kind.MALFORMED, "The model's answer broke off.");
                case null -> {}
            }
        }
    }

    private ReceivedBytes.@Nullable Arrival poll() throws UpstreamFailure {
        try {
            return body.next(GLANCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw UpstreamFailure.of(Kind.UNWANTED, "The service ends.");
        }
    }

    /** What the upstream still sends is not wanted any more. */
    @Override
    public void close() {
        body.cancel();
    }

    static long deadline(Upstream upstream) {
        return System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(upstream.patience().total().toMillis());
    }
}
