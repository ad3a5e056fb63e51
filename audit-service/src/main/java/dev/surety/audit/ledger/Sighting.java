package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.merkle.Hash;

/**
 * That the log holds an event with this content.
 *
 * @param fingerprint stands for the content; keyed, so it cannot be guessed
 * @param index the entry that holds it
 */
public record Sighting(EventKey event, Hash fingerprint, long index) {
    public Sighting {
        requireNonNull(event, "event");
        requireNonNull(fingerprint, "fingerprint");
    }
}
