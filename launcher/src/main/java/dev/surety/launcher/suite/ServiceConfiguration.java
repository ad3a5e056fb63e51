package dev.surety.launcher.suite;

import dev.surety.launcher.server.PostgresServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each service is told in local mode; everything else stays as the service declares it. */
final class ServiceConfiguration {
    private final SuiteSettings settings;
    private final PostgresServer postgres;
    private final String kafka;
    private final String realm;

    ServiceConfiguration(SuiteSettings settings, PostgresServer postgres, String kafka, String realm) {
        this.settings = settings;
        this.postgres = postgres;
        this.kafka = kafka;
        this.realm = realm;
    }

    Map<String, String> of(Part service) {
        Map<String, String> configuration = new LinkedHashMap<>(common(service));
        if (PostgresServer.DATABASES.contains(service.key())) {
            configuration.putAll(database(service.key()));
        }
        configuration.putAll(own(service));
        return configuration;
    }

    private Map<String, String> common(Part service) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.http.host", "localhost");
        configuration.put("quarkus.http.port", Integer.toString(settings.ports().port(service)));
        configuration.put("quarkus.management.host", "localhost");
        configuration.put(
                "quarkus.management.port", Integer.toString(settings.ports().managementPort(service)));
        configuration.put("kafka.bootstrap.servers", kafka);
        configuration.put("quarkus.oidc.auth-server-url", realm);
        configuration.put("quarkus.oidc.connection-delay", "5M");
        configuration.put("surety.tenants", "acme,globex");
        // A console that holds its stream open must not hold up the person who has pressed Ctrl-C.
        configuration.put("quarkus.shutdown.timeout", "2S");
        return configuration;
    }

    private Map<String, String> database(String database) {
        String url = postgres.jdbcUrl(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", database + "_runtime",
                "quarkus.datasource.password", database + "_runtime",
                "quarkus.flyway.jdbc-url", url,
                "quarkus.flyway.username", database + "_owner",
                "quarkus.flyway.password", database + "_owner",
                "quarkus.flyway.migrate-at-start", "true");
    }

    private Map<String, String> own(Part service) {
        return switch (service) {
            case AUDIT ->
                Map.of(
                        "audit.log.directory",
                        settings.data().resolve("audit-keys").toString(),
                        "audit.log.create-keys",
                        "true");
            case BIAS ->
                Map.of("bias.run.allowed-hosts", "localhost:" + settings.ports().port(Part.BOT));
            case ESCALATION ->
                // The secret of the client "console" in the imported realm.
                Map.of(
                        "quarkus.oidc.credentials.secret",
                        "console-local-secret",
                        "escalation.guardrail.url",
                        settings.ports().url(Part.GUARDRAIL));
            case GUARDRAIL ->
                // It starts and decides without its database, so it makes the tables itself once that answers.
                Map.of(
                        "quarkus.flyway.migrate-at-start",
                        "false",
                        "guardrail.history.migrate",
                        "true",
                        "guardrail.pseudonyms.key-file",
                        settings.data().resolve("guardrail-keys/pseudonyms.key").toString(),
                        "guardrail.pseudonyms.create-key",
                        "true");
            case POSTGRES, KAFKA, KEYCLOAK, BOT ->
                throw new IllegalArgumentException(service.title() + " is not a service");
        };
    }
}
