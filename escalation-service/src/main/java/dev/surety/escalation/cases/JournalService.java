package dev.surety.escalation.cases;

import dev.surety.escalation.feed.FeedStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes sure that no change goes unnoticed: each leaves an event for the other services, an entry in the feed for the
 * consoles and a line in the history of the case, in the transaction that makes the change.
 */
@Singleton
public class JournalService {
    private final CasePublisher publisher;
    private final FeedStore feed;
    private final RecordStore records;
    private final Clock clock;

    JournalService(CasePublisher publisher, FeedStore feed, RecordStore records, Clock clock) {
        this.publisher = publisher;
        this.feed = feed;
        this.records = records;
        this.clock = clock;
    }

    /** Notes a change that the same transaction makes. */
    public void note(Connection connection, CaseChange change) throws SQLException {
        Case changed = change.changed();
        // PostgreSQL keeps microseconds; a finer time would not survive the round trip.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        publisher.publish(connection, change, now);
        feed.arrive(connection, changed.tenant(), changed.id(), change.feedType(), changed.version(), now);
        records.addActivity(
                connection, changed.tenant(), changed.id(), new Activity(now, change.actor(), change.what()));
    }
}
