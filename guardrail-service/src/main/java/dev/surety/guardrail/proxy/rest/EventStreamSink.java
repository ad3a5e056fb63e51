package dev.surety.guardrail.proxy.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.proxy.ChatSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes pieces as server-sent events. While nothing can be released a comment keeps the connection from being cut. */
final class EventStreamSink implements ChatSink {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final OutputStream out;
    private final BooleanSupplier connected;
    private long written = System.nanoTime();

    EventStreamSink(OutputStream out, BooleanSupplier connected) {
        this.out = out;
        this.connected = connected;
    }

    @Override
    public void send(ObjectNode chunk) throws IOException {
        write("data: " + chunk + "\n\n");
    }

    @Override
    public void done() throws IOException {
        write("data: [DONE]\n\n");
    }

    @Override
    public boolean goesOn() {
        if (connected.getAsBoolean() && System.nanoTime() - written > SILENCE_NANOS) {
            try {
                write(": being judged\n\n");
            } catch (IOException gone) {
                return false;
            }
        }
        return connected.getAsBoolean();
    }

    private void write(String text) throws IOException {
        if (!connected.getAsBoolean()) {
            throw new IOException("the caller went away");
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        written = System.nanoTime();
    }
}
