/**
 * The runtime code that more than one service needs, and no other: how errors answer, who calls, how events travel,
 * how a transaction publishes. A service that uses it gets the defaults of
 * {@code META-INF/microprofile-config.properties} with it.
 */
@NullMarked
package dev.surety.kit;

import org.jspecify.annotations.NullMarked;
