/**
 * Signed notes (C2SP signed-note): text with the Ed25519 signatures of named keys. Only signature type 0x01 is
 * verified here; signatures of other types and of unknown keys are kept and ignored, as the specification demands.
 */
@NullMarked
package dev.surety.tlog.note;

import org.jspecify.annotations.NullMarked;
