/**
 * Real servers on this machine, without containers: PostgreSQL, Kafka and Keycloak as processes of their own. The
 * launcher of the suite and the tests of the services start them through the same classes. Every process is on a
 * {@link dev.surety.launcher.server.Roster}, so that none outlives the program that started it for longer than until
 * the next start.
 */
@NullMarked
package dev.surety.launcher.server;

import org.jspecify.annotations.NullMarked;
