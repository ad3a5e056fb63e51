/**
 * The log as static files, open to everybody (C2SP tlog-tiles): the checkpoint, tiles, bundles of entries, and the key
 * that verifies the checkpoint.
 */
@NullMarked
package dev.surety.audit.tile;

import org.jspecify.annotations.NullMarked;
