/**
 * Keeps proof of every exchange. Everything that the services say on Kafka is appended, exactly once, to a Merkle log
 * in the C2SP tlog-tiles format, which third parties check with tools that are not ours. The log holds commitments;
 * what people said is kept beside it, encrypted under keys that can be destroyed.
 *
 * <p>{@code ingest} turns Kafka records into entries, {@code ledger} appends and signs, {@code disclosure} commits and
 * seals, {@code query} and {@code tile} answer.
 */
@NullMarked
package dev.surety.audit;

import org.jspecify.annotations.NullMarked;
