package dev.surety.kit.event;

/** A record that can never be understood; trying again is pointless. The message names the reason, not the data. */
public final class PoisonEventException extends Exception {
    public PoisonEventException(String reason) {
        super(reason);
    }
}
