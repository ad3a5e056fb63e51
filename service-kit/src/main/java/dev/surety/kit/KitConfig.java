package dev.surety.kit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What every service can be told about itself. */
@ConfigMapping(prefix = "surety")
public interface KitConfig {
    /** The tenants that this installation serves; a token of any other is refused. */
    @WithDefault("acme")
    Set<String> tenants();

    /**
     * Whether the service has a database of its own, with an outbox and an inbox in it. It decides which beans exist,
     * so it is fixed when the service is built.
     */
    @WithDefault("false")
    boolean database();

    /** The largest request body that is read; a larger one is answered with 413 before it is. */
    @WithDefault("512K")
    MemorySize maxBodySize();

    /** Sending to Kafka. */
    Producer producer();

    /** Receiving from Kafka. */
    Consumer consumer();

    /** Publishing what a transaction left in the outbox. */
    Outbox outbox();

    /** Sending to Kafka. */
    interface Producer {
        /** How long a record may take to be acknowledged by all replicas before sending counts as failed. */
        @WithDefault("5s")
        Duration deliveryTimeout();
    }

    /** Receiving from Kafka. */
    interface Consumer {
        /** How long a record that could not be handled rests before it is tried again. */
        @WithDefault("1s")
        Duration retryAfter();
    }

    /** Publishing what a transaction left in the outbox. */
    interface Outbox {
        /** Whether there is an outbox to publish from; off where a service only reads its database. */
        @WithDefault("true")
        boolean enabled();

        /** How long the relay rests when the outbox is empty. */
        @WithDefault("50ms")
        Duration pollInterval();

        /** How many events are published at once. */
        @WithDefault("500")
        int batchSize();
    }
}
