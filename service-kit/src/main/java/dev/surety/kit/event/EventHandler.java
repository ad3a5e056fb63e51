package dev.surety.kit.event;

/** What a service does with an event. It may see one event more than once, and must not mind. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Handles one event; events of one key arrive in their order, one at a time.
     *
     * @throws PoisonEventException when this event can never be handled: it goes to the dead-letter topic
     * @throws RuntimeException when it cannot be handled now: the same event comes again after a pause
     */
    void handle(CloudEvent<?> event) throws PoisonEventException;
}
