/**
 * The transparency-log formats of the C2SP (c2sp.org) as a plain library: {@code merkle} holds hashing and proofs,
 * {@code tile} the static files a log is made of, {@code note} and {@code checkpoint} what is signed, {@code json}
 * the canonical form of an entry, {@code verification} the offline check of a whole log. No framework, no I/O of its
 * own, and the JDK's cryptography only.
 */
@NullMarked
package dev.surety.tlog;

import org.jspecify.annotations.NullMarked;
