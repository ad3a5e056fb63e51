package dev.surety.guardrail.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Gives up streams that fell silent, and all of them when the service ends. */
@Startup
@ApplicationScoped
public class StreamExpiryService {
    private static final Logger LOG = Logger.getLogger(StreamExpiryService.class);
    private static final long PERIOD_MILLIS = 1_000;

    private final OpenStreams streams;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stream-expiry").daemon().factory());

    StreamExpiryService(OpenStreams streams, MeterRegistry meters) {
        this.streams = streams;
        var _ = meters.gauge("surety.guardrail.open.streams", streams, OpenStreams::count);
        var _ = clockwork.scheduleWithFixedDelay(this::expire, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void expire() {
        try {
            streams.expire();
        } catch (RuntimeException failure) {
            // A scheduled task that throws is never run again.
            LOG.errorf(
                    "Giving up silent streams failed with %s",
                    failure.getClass().getName());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
        streams.close();
    }
}
