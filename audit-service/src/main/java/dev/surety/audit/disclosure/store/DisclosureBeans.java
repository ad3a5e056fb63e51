package dev.surety.audit.disclosure.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.secret.SecretFile;
import dev.surety.kit.time.Identifiers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts the parts that commit and seal together. */
public class DisclosureBeans {
    private static final Logger LOG = Logger.getLogger(DisclosureBeans.class);
    private static final String KEYSET = "keyset.json";

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    KeyWrapping wrapping(AuditConfig config, SecureRandom random) {
        SecretFile file = new SecretFile(config.log().directory().resolve(KEYSET));
        if (file.read().isPresent() || !config.log().createKeys()) {
            return FileKeyset.read(file, random);
        }
        LOG.warnf("A new keyset is made at %s: whoever loses it loses everything that is sealed", file.path());
        return FileKeyset.create(file, random);
    }

    @Produces
    @Singleton
    Sealing sealing(SecureRandom random) {
        return new Sealing(random);
    }

    @Produces
    @Singleton
    KeyRing ring(
            SubjectKeyStore store, KeyWrapping wrapping, SecureRandom random, Identifiers identifiers, Clock clock) {
        return new KeyRing(store, wrapping, random, identifiers::next, clock);
    }
}
