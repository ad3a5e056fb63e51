package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.NotRecordedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are under way on this replica. There are at most so many, per tenant and in all, and each is
 * forgotten when nothing was heard of it for a while; what had been released of it is put on record first. Thread-safe.
 */
public final class OpenStreams {
    private final Limits limits;
    private final Clock clock;
    private final Map<UUID, NumberedStream> streams = new HashMap<>();

    /**
     * How many streams there may be.
     *
     * @param idle how long one may be silent
     */
    public record Limits(int inAll, int perTenant, Duration idle) {
        public Limits {
            if (perTenant < 1 || inAll < perTenant) {
                throw new IllegalArgumentException(
                        inAll + " streams in all, " + perTenant + " per tenant: 1 <= per tenant <= in all expected");
            }
        }
    }

    public OpenStreams(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Adds a stream, or finds the one that is there under its id.
     *
     * @return empty when there are too many
     */
    public synchronized Optional<NumberedStream> open(NumberedStream stream) {
        NumberedStream there = streams.get(stream.id());
        if (there != null) {
            return Optional.of(there);
        }
        long own = streams.values().stream()
                .filter(other -> other.tenant().equals(stream.tenant()))
                .count();
        if (streams.size() >= limits.inAll() || own >= limits.perTenant()) {
            return Optional.empty();
        }
        stream.touch(clock.instant());
        streams.put(stream.id(), stream);
        return Optional.of(stream);
    }

    /** The stream of that id, if it is one of that tenant's; it is heard of by that. */
    public synchronized Optional<NumberedStream> find(String tenant, UUID id) {
        NumberedStream stream = streams.get(id);
        if (stream == null || !stream.tenant().equals(tenant)) {
            return Optional.empty();
        }
        stream.touch(clock.instant());
        return Optional.of(stream);
    }

    /** How many there are. */
    public synchronized int count() {
        return streams.size();
    }

    /** Forgets the streams of which nothing was heard for too long. */
    public void expire() {
        forget(clock.instant().minus(limits.idle()));
    }

    /** Forgets all streams, because the service ends. */
    public void close() {
        forget(null);
    }

    private void forget(@Nullable Instant heardBefore) {
        for (NumberedStream stream : silentSince(heardBefore)) {
            try {
                stream.abandon();
                remove(stream);
            } catch (NotRecordedException later) {
                // Kept, so that what was released is not lost while the broker is away; the next round tries again.
                stream.touch(clock.instant());
            }
        }
    }

    private synchronized List<NumberedStream> silentSince(@Nullable Instant heardBefore) {
        List<NumberedStream> silent = new ArrayList<>();
        for (NumberedStream stream : streams.values()) {
            if (heardBefore == null || stream.heardOf().isBefore(heardBefore)) {
                silent.add(stream);
            }
        }
        return silent;
    }

    private synchronized void remove(NumberedStream stream) {
        streams.remove(stream.id(), stream);
    }
}
