/**
 * Real PostgreSQL, Kafka and Keycloak for the tests of the services: one set per virtual machine, started when the
 * first test asks for it, shared by all that follow.
 */
@NullMarked
package dev.surety.launcher.testing;

import org.jspecify.annotations.NullMarked;
