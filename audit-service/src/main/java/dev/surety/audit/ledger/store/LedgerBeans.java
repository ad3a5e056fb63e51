package dev.surety.audit.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.disclosure.KeyUnavailableException;
import dev.surety.audit.ledger.CheckpointStore;
import dev.surety.audit.ledger.Checkpointer;
import dev.surety.audit.ledger.HighWaterMark;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.RollbackGuard;
import dev.surety.audit.ledger.TileStore;
import dev.surety.audit.secret.SecretFile;
import dev.surety.kit.time.Identifiers;
import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.note.SignerKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts the parts that write and sign together. */
public class LedgerBeans {
    private static final Logger LOG = Logger.getLogger(LedgerBeans.class);
    private static final String KEY = "log.key";
    private static final String MARK = "last-checkpoint";

    @Produces
    @Singleton
    SignerKey key(AuditConfig config, HighWaterMark mark, SecureRandom random) {
        SecretFile file = new SecretFile(config.log().directory().resolve(KEY));
        return file.read()
                .map(content -> parse(file, content, config.log().origin()))
                .orElseGet(() -> create(file, config, mark, random));
    }

    @Produces
    @Singleton
    HighWaterMark mark(AuditConfig config) {
        return new FileHighWaterMark(new SecretFile(config.log().directory().resolve(MARK)));
    }

    @Produces
    @Singleton
    RollbackGuard guard(HighWaterMark mark, SignerKey key, TileStore tiles) {
        return new RollbackGuard(mark, key.verifierKey(), tiles);
    }

    @Produces
    @Singleton
    Checkpointer checkpointer(
            LedgerStore ledger, CheckpointStore checkpoints, RollbackGuard guard, SignerKey key, Clock clock) {
        return new Checkpointer(ledger, checkpoints, guard, key, clock);
    }

    @Produces
    @Singleton
    LogWriter.Tenancy tenancy(Identifiers identifiers, AuditConfig config) {
        return new LogWriter.Tenancy(
                identifiers.next().toString(), config.ingest().lease());
    }

    @Produces
    @Singleton
    LogWriter writer(LedgerStore store, TileStore tiles, RollbackGuard guard, LogWriter.Tenancy tenancy, Clock clock) {
        return new LogWriter(store, tiles, guard, tenancy, clock);
    }

    private static SignerKey parse(SecretFile file, byte[] content, String origin) {
        try {
            SignerKey key = SignerKey.parse(new String(content, UTF_8).strip());
            if (!key.name().equals(origin)) {
                throw new KeyUnavailableException("The signing key at " + file.path() + " is of " + key.name()
                        + ", but audit.log.origin is " + origin + ".");
            }
            return key;
        } catch (TlogFormatException damaged) {
            throw new KeyUnavailableException(
                    "The signing key at " + file.path() + " is damaged. Bring back a copy of it.", damaged);
        }
    }

    private static SignerKey create(SecretFile file, AuditConfig config, HighWaterMark mark, SecureRandom random) {
        if (!config.log().createKeys()) {
            throw new KeyUnavailableException("There is no signing key at " + file.path() + ". Bring it there, or set"
                    + " audit.log.create-keys=true at the first start of a new log.");
        }
        if (mark.read().isPresent()) {
            throw new KeyUnavailableException("There is no signing key at " + file.path()
                    + ", but a checkpoint that was signed with it. Bring the log's own key back.");
        }
        SignerKey key = SignerKey.generate(config.log().origin(), random);
        file.write((key.secretText() + '\n').getBytes(UTF_8));
        LOG.warnf("A new signing key is made at %s; its public half is %s", file.path(), key.verifierKey());
        return key;
    }
}
