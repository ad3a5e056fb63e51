/**
 * Signed notes (C2SP signed-note): text with the Ed25519 signatures of named keys, plain ones (type 0x01) and
 * the timestamped ones of witnesses (type 0x04, C2SP tlog-cosignature). Signatures of other types and of unknown keys
 * are kept and ignored, as the specification demands.
 */
@NullMarked
package dev.surety.tlog.note;

import org.jspecify.annotations.NullMarked;
