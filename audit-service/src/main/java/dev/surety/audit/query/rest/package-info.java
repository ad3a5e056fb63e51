/** The calls for auditors: entries, their proofs, and how the log stands. */
@NullMarked
package dev.surety.audit.query.rest;

import org.jspecify.annotations.NullMarked;
