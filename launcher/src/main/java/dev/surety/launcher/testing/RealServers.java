package dev.surety.launcher.testing;

import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.PostgresServer;
import dev.surety.launcher.server.TokenSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test a real PostgreSQL, Kafka and Keycloak. Use it as
 * {@code @WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))};
 * a service without a database leaves the argument out. The servers stay up between test classes, so that a test must
 * not count on empty tables or topics.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable String database;

    @Override
    public void init(Map<String, String> arguments) {
        String named = arguments.get("database");
        if (named != null && !PostgresServer.DATABASES.contains(named)) {
            throw new LaunchFailure("There is no database %s; there are %s".formatted(named, PostgresServer.DATABASES));
        }
        database = named;
    }

    @Override
    public Map<String, String> start() {
        return configuration(database);
    }

    /** Nothing: the servers serve the next test class, and end with the virtual machine. */
    @Override
    public void stop() {}

    /**
     * The configuration of a service that uses these servers.
     *
     * @param database the service's database, null where it has none
     */
    public static Map<String, String> configuration(@Nullable String database) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        configuration.put("kafka.bootstrap.servers", kafka().bootstrapServers());
        configuration.put("quarkus.oidc.auth-server-url", realmUrl());
        configuration.put("surety.tenants", "acme,globex");
        if (database != null) {
            String url = postgres().jdbcUrl(database);
            configuration.put("quarkus.datasource.jdbc.url", url);
            configuration.put("quarkus.datasource.username", database + "_runtime");
            configuration.put("quarkus.datasource.password", database + "_runtime");
            configuration.put("quarkus.flyway.jdbc-url", url);
            configuration.put("quarkus.flyway.username", database + "_owner");
            configuration.put("quarkus.flyway.password", database + "_owner");
            configuration.put("quarkus.flyway.migrate-at-start", "true");
        }
        return configuration;
    }

    /** An access token of a user, whose password is the name. */
    public static String token(String user) {
        return TokenSource.ofRealm(realmUrl()).ofUser(user);
    }

    /** An access token of a client, whose secret is {@code <client>-local-secret}. */
    public static String clientToken(String client) {
        return TokenSource.ofRealm(realmUrl()).ofClient(client);
    }

    /** Where Keycloak's realm is; also the issuer of its tokens. */
    public static String realmUrl() {
        return SharedServers.ask("keycloak realmUrl");
    }

    /** The broker, for its address and for outages. */
    public static Kafka kafka() {
        return new Kafka();
    }

    /** The database server, for its address and for outages. */
    public static Postgres postgres() {
        return new Postgres();
    }

    /** Keycloak, for outages. */
    public static Outage keycloak() {
        return new Keycloak();
    }

    /** What a test can do to a server. */
    public sealed interface Outage {
        /** How {@link SharedServers} calls the server. */
        String key();

        /** Stops the server in an orderly way; its port and data stay. */
        default void stop() {
            SharedServers.ask(key() + " stop");
        }

        /** Starts the server again; returns once it answers. */
        default void start() {
            SharedServers.ask(key() + " start");
        }

        /** Kills the server, as a power cut would. */
        default void kill() {
            SharedServers.ask(key() + " kill");
        }
    }

    /** The Kafka broker. */
    public record Kafka() implements Outage {
        @Override
        public String key() {
            return "kafka";
        }

        public String bootstrapServers() {
            return SharedServers.ask("kafka bootstrapServers");
        }
    }

    /** The PostgreSQL server. */
    public record Postgres() implements Outage {
        @Override
        public String key() {
            return "postgres";
        }

        public int port() {
            return Integer.parseInt(SharedServers.ask("postgres port"));
        }

        public String jdbcUrl(String database) {
            return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
        }
    }

    /** The Keycloak server. */
    public record Keycloak() implements Outage {
        @Override
        public String key() {
            return "keycloak";
        }
    }
}
