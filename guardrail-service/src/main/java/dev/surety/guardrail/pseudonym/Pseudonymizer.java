package dev.surety.guardrail.pseudonym;

import java.util.Optional;

/** Gives values their codes within one conversation. */
@FunctionalInterface
public interface Pseudonymizer {
    /** Gives no code to anything: every mask stays the plain one. */
    Pseudonymizer NONE = (_, _) -> Optional.empty();

    /** The code of {@code value}: the same for the same value, however it is spaced or punctuated. */
    Optional<String> code(String category, String value);

    /** The mask with the code inside its closing bracket, or behind it when it has none. */
    static String mask(String mask, String code) {
        return mask.endsWith("]") ? mask.substring(0, mask.length() - 1) + " " + code + "]" : mask + " " + code;
    }
}
