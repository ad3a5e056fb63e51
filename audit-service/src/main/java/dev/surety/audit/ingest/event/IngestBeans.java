package dev.surety.audit.ingest.event;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.ingest.EntryComposer;
import dev.surety.audit.ingest.IngestService;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts the parts that turn records into entries together. */
public class IngestBeans {
    @Produces
    @Singleton
    EntryComposer composer(AuditConfig config, Sealing sealing, SecureRandom random) {
        return new EntryComposer(config.log().origin(), sealing, random);
    }

    @Produces
    @Singleton
    IngestService service(LogWriter writer, LedgerStore ledger, KeyRing ring, EntryComposer composer, Clock clock) {
        return new IngestService(writer, ledger, ring, composer, clock);
    }
}
