package dev.surety.audit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What audit-service can be told. */
@ConfigMapping(prefix = "audit")
public interface AuditConfig {
    /** The log and its keys. */
    Log log();

    /** Reading from Kafka. */
    Ingest ingest();

    /** Signing. */
    Checkpoint checkpoint();

    /** Answering. */
    Query query();

    /** The log and its keys. */
    interface Log {
        /** The name of the log, a URL without scheme; it is part of every signature and never changes. */
        @WithDefault("surety.local/audit")
        String origin();

        /** Which log of the database this service writes; one database can hold several. */
        @WithDefault("1")
        int number();

        /**
         * Where the signing key, the keyset and the mark of the last checkpoint are. It belongs on a volume of its own:
         * the mark recognises a restored database only while it is not restored along with it.
         */
        @WithDefault(".surety/audit")
        Path directory();

        /** Whether missing keys are made at the first start. For local mode; in production an operator brings them. */
        @WithDefault("false")
        boolean createKeys();
    }

    /** Reading from Kafka. */
    interface Ingest {
        /** How many records one transaction appends at most. */
        @WithDefault("4096")
        int batchSize();

        /** How many bytes of records one transaction appends at most, give or take the last record. */
        @WithDefault("16M")
        MemorySize batchBytes();

        /** How long a batch waits for more records after its first one. */
        @WithDefault("100ms")
        Duration batchWait();

        /** Records with a longer value are quarantined without being parsed. */
        @WithDefault("768K")
        MemorySize maxEventSize();

        /** How long a writer that is gone keeps others from writing. */
        @WithDefault("6s")
        Duration lease();

        /** How often new topics and partitions are looked for, and the broker is asked whether it is there. */
        @WithDefault("2s")
        Duration refreshInterval();

        /** How long reading rests after a failure, and between two attempts to get the lease. */
        @WithDefault("500ms")
        Duration retryAfter();
    }

    /** Signing. */
    interface Checkpoint {
        /** How often the log is signed if it grew. */
        @WithDefault("500ms")
        Duration interval();

        /** How often a new checkpoint is announced on Kafka at most. */
        @WithDefault("10s")
        Duration announceInterval();
    }

    /** Answering. */
    interface Query {
        /** How many entries one page has unless the caller says. */
        @WithDefault("50")
        int pageSize();

        /** How many entries one page has at most. */
        @WithDefault("500")
        int maxPageSize();
    }
}
