package dev.surety.audit.ledger.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.ingest.EntryComposer;
import dev.surety.audit.ingest.IngestService;
import dev.surety.audit.ledger.Checkpointer;
import dev.surety.audit.ledger.HighWaterMark;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.RollbackGuard;
import dev.surety.audit.ledger.StoredTiles;
import dev.surety.kit.database.Database;
import dev.surety.kit.time.Identifiers;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.tile.BundleCoordinates;
import dev.surety.tlog.tile.EntryBundle;
import dev.surety.tlog.tile.ResourceFetcher;
import dev.surety.tlog.tile.TileCoordinates;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A log of its own in the real database, beside the one that the service writes: a test may fence it, tamper with it and
 * restore it without harm to the others.
 */
final class SeparateLog {
    private static final SecureRandom RANDOM = new SecureRandom();

    final PostgresLedgerStore ledger;
    final PostgresTileStore tiles;
    final PostgresCheckpointStore checkpoints;
    final SignerKey key;
    final Mark mark = new Mark();
    final AuditConfig config;

    SeparateLog(Database database, int number) {
        this(database, number, SignerKey.generate(origin(number), RANDOM));
    }

    SeparateLog(Database database, int number, SignerKey key) {
        config = new SmallRyeConfigBuilder()
                .withMapping(AuditConfig.class)
                .withDefaultValues(Map.of(
                        "audit.log.number", String.valueOf(number),
                        "audit.log.origin", key.name()))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(AuditConfig.class);
        ledger = new PostgresLedgerStore(database, Clock.systemUTC(), config);
        tiles = new PostgresTileStore(database, config);
        checkpoints = new PostgresCheckpointStore(database, config);
        this.key = key;
    }

    static String origin(int number) {
        return "test.example/log-" + number;
    }

    /** The mark of the last checkpoint, in memory. */
    static final class Mark implements HighWaterMark {
        private Optional<SignedNote> note = Optional.empty();

        @Override
        public Optional<SignedNote> read() {
            return note;
        }

        @Override
        public void write(SignedNote signed) {
            note = Optional.of(signed);
        }
    }

    LogWriter writer(String owner, Duration lease) {
        return new LogWriter(ledger, tiles, guard(), new LogWriter.Tenancy(owner, lease), Clock.systemUTC());
    }

    IngestService ingest(LogWriter writer, SubjectKeyStore keys, KeyWrapping wrapping) {
        Identifiers identifiers = new Identifiers();
        return new IngestService(
                writer,
                ledger,
                new KeyRing(keys, wrapping, RANDOM, identifiers::next, Clock.systemUTC()),
                new EntryComposer(key.name(), new Sealing(RANDOM), RANDOM),
                Clock.systemUTC());
    }

    RollbackGuard guard() {
        return new RollbackGuard(mark, key.verifierKey(), tiles);
    }

    Checkpointer checkpointer() {
        return new Checkpointer(ledger, checkpoints, guard(), key, Clock.systemUTC());
    }

    /** The log as files, put together from its rows. */
    ResourceFetcher files() {
        return path -> {
            if (path.equals("checkpoint")) {
                return checkpoints.latest().map(latest -> latest.note().bytes());
            }
            return TileCoordinates.parse(path)
                    .map(asked -> new StoredTiles(tiles).tile(asked).bytes())
                    .or(() -> BundleCoordinates.parse(path)
                            .map(asked -> EntryBundle.of(asked, tiles.bodies(asked.firstEntry(), asked.width()))
                                    .bytes()));
        };
    }
}
