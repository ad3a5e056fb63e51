package dev.surety.audit.ingest.event;

import dev.surety.audit.ingest.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What can be seen of ingestion from outside. */
@Singleton
class IngestMetrics {
    private final AtomicLong treeSize = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final Timer ingest;
    private final Counter appended;
    private final Counter duplicates;
    private final Counter conflicts;
    private final Counter quarantined;
    private final Counter gaps;

    IngestMetrics(MeterRegistry registry) {
        var _ = Gauge.builder("surety_audit_tree_size", treeSize, AtomicLong::get)
                .description("How many entries the log has")
                .register(registry);
        var _ = Gauge.builder("surety_audit_lag_records", lag, AtomicLong::get)
                .description("How many records are there to be read")
                .register(registry);
        ingest = Timer.builder("surety_audit_ingest")
                .description("One batch, from its records to its commit")
                .publishPercentileHistogram()
                .register(registry);
        appended = registry.counter("surety_audit_entries");
        duplicates = registry.counter("surety_audit_duplicates");
        conflicts = registry.counter("surety_audit_conflicts");
        quarantined = registry.counter("surety_audit_quarantined");
        gaps = registry.counter("surety_audit_gaps");
    }

    void ingested(Tally tally, long nanos) {
        ingest.record(nanos, TimeUnit.NANOSECONDS);
        appended.increment(tally.appended());
        duplicates.increment(tally.duplicates());
        conflicts.increment(tally.conflicts());
        quarantined.increment(tally.quarantined());
        gaps.increment(tally.gaps());
    }

    void stands(long size, long recordsBehind) {
        treeSize.set(size);
        lag.set(recordsBehind);
    }
}
