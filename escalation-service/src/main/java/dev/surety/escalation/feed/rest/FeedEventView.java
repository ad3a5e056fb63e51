package dev.surety.escalation.feed.rest;

import dev.surety.escalation.feed.FeedEntry;

/** One change, as the stream tells it: which case to look at, and which version it has now. */
public record FeedEventView(long feedSeq, String caseId, String type, long version) {

    /** The entry in the words of the interface. */
    static FeedEventView of(FeedEntry entry) {
        return new FeedEventView(entry.sequence(), entry.caseId().toString(), entry.type(), entry.version());
    }
}
