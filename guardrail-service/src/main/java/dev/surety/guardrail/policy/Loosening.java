package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

/**
 * Something in which one document asks for less than the one that it extends.
 *
 * @param member the pointer, below the thing compared, of what is looser
 * @param what in words, with the way to mend it behind a colon
 */
record Loosening(String member, String what) {
    Loosening {
        requireNonNull(member, "member");
        requireNonNull(what, "what");
    }
}
