/**
 * Pseudonyms for personal data: the same value has the same pseudonym throughout a conversation, on every replica and
 * without shared state, and only who holds the sealed values and the right to may turn one back.
 */
@NullMarked
package dev.surety.guardrail.pseudonym;

import org.jspecify.annotations.NullMarked;
