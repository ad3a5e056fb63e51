package dev.surety.escalation.feed;

import dev.surety.escalation.Desk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A reader of the live feed, as a browser is one. */
final class EventStream implements AutoCloseable {
    /** One server-sent event; {@code END} follows the last. */
    record Event(String name, String id, String data) {
        static final Event END = new Event("end", "", "");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream body;

    private EventStream(URI stream, Desk desk, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + desk.token())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("The stream answers " + response.statusCode());
        }
        body = response.body();
        Thread reader = Thread.ofVirtual().start(this::read);
        reader.setName("stream");
    }

    static EventStream open(URI service, Desk desk, String query) throws IOException, InterruptedException {
        return new EventStream(service.resolve("/v1/stream" + query), desk, null);
    }

    static EventStream resume(URI service, Desk desk, String lastEventId) throws IOException, InterruptedException {
        return new EventStream(service.resolve("/v1/stream?cursor=0"), desk, lastEventId);
    }

    /** The next event; fails when none comes in time. */
    Event next() throws InterruptedException {
        Event event = events.poll(60, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event came");
        }
        return event;
    }

    /** The next event that is wanted. */
    Event next(Predicate<Event> wanted) throws InterruptedException {
        Event event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    /** All that comes within that time. */
    List<Event> within(Duration time) throws InterruptedException {
        List<Event> found = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            Event event = events.poll(left, TimeUnit.NANOSECONDS);
            if (event != null) {
                found.add(event);
            }
        }
        return found;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, id, data.toString()));
                    }
                    name = "";
                    id = "";
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException closed) {
            // The reader or the service ended the stream.
        }
        events.add(Event.END);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
