/** The canonical form of log entries: the part of JCS (RFC 8785) that needs no floating point. */
@NullMarked
package dev.surety.tlog.json;

import org.jspecify.annotations.NullMarked;
