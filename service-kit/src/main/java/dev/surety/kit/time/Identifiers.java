package dev.surety.kit.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Makes identifiers: fresh ones that sort by time (UUIDv7, RFC 9562 section 5.7), and name-based ones (UUIDv5,
 * section 5.5) that every replica derives alike.
 */
@Singleton
public class Identifiers {
    private static final UUID NAMESPACE = UUID.fromString("5c0d8d2e-6f0b-5a57-9a1e-3b6f1d1f7a10");

    private final TimeBasedEpochGenerator fresh = Generators.timeBasedEpochGenerator();

    /** A fresh identifier; later ones sort behind earlier ones. */
    public UUID next() {
        return fresh.generate();
    }

    /** The identifier of {@code name} within {@code tenant}: the same two texts always give the same one. */
    public static UUID named(String tenant, String name) {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        return Generators.nameBasedGenerator(NAMESPACE).generate(tenant.length() + ":" + tenant + name);
    }
}
