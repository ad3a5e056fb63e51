package dev.surety.audit.testing;

import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the whole service with real PostgreSQL, Kafka and Keycloak. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "audit"))
@WithTestResource(FreshKeys.class)
public @interface RealLog {}
