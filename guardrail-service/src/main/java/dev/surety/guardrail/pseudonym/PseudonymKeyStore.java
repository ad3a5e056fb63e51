package dev.surety.guardrail.pseudonym;

import java.util.Optional;

/** Where the key of the installation is kept. */
@FunctionalInterface
public interface PseudonymKeyStore {
    /** The key; empty where the installation has none. */
    Optional<PseudonymKey> key();
}
