package dev.surety.escalation.feed;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * One change in the feed of a tenant. It says where to look, not what is there.
 *
 * @param sequence from 1, without gaps within a tenant
 * @param version the version of the case after the change
 */
public record FeedEntry(long sequence, UUID caseId, String type, long version) {
    public FeedEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is " + sequence + ": one or more was expected");
        }
        requireNonNull(caseId, "caseId");
        requireNonNull(type, "type");
    }
}
