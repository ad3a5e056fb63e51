package dev.surety.benchmarks.load;

import dev.surety.launcher.server.ChildProcess;
import dev.surety.launcher.server.JavaCommand;
import dev.surety.launcher.server.KafkaServer;
import dev.surety.launcher.server.KeycloakServer;
import dev.surety.launcher.server.Place;
import dev.surety.launcher.server.Ports;
import dev.surety.launcher.server.PostgresServer;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.TokenSource;
import dev.surety.launcher.server.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged guardrail-service with a real Kafka and Keycloak. The bot {@link #BARE} has a policy that asks no check
 * and never fires: what an evaluation of it costs is HTTP, the token, and the acknowledgement of Kafka.
 */
final class GuardrailUnderLoad implements AutoCloseable {
    static final String BARE = "bare";
    static final String FULL = "full";
    private static final int HEAP_MEGABYTES = 512;
    private static final Duration START = Duration.ofMinutes(2);

    private final Roster roster;
    private final KafkaServer kafka;
    private final KeycloakServer keycloak;
    private final PostgresServer postgres;
    private final ChildProcess service;
    private final int port;

    GuardrailUnderLoad() throws IOException {
        roster = Roster.open(Workspace.locate(), "benchmark");
        Path logs = roster.workspace().root().resolve("benchmarks/target/servers");
        kafka = new KafkaServer(place("kafka", logs));
        keycloak = new KeycloakServer(place("keycloak", logs));
        postgres = new PostgresServer(place("postgres", logs));
        kafka.start();
        postgres.start();
        keycloak.start();
        port = Ports.free();
        service = start(logs);
    }

    private Place place(String name, Path logs) {
        return new Place(roster, roster.scratch().resolve(name), logs.resolve(name + ".log"), Ports.free());
    }

    private ChildProcess start(Path logs) throws IOException {
        int management = Ports.free();
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.http.host", "localhost");
        configuration.put("quarkus.http.port", Integer.toString(port));
        configuration.put("quarkus.management.host", "localhost");
        configuration.put("quarkus.management.port", Integer.toString(management));
        configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        configuration.put("quarkus.oidc.auth-server-url", keycloak.realmUrl());
        configuration.put("surety.tenants", "acme");
        String database = postgres.jdbcUrl("guardrail");
        configuration.put("quarkus.datasource.jdbc.url", database);
        configuration.put("quarkus.datasource.username", "guardrail_runtime");
        configuration.put("quarkus.datasource.password", "guardrail_runtime");
        configuration.put("quarkus.flyway.jdbc-url", database);
        configuration.put("quarkus.flyway.username", "guardrail_owner");
        configuration.put("quarkus.flyway.password", "guardrail_owner");
        configuration.put("guardrail.history.migrate", "true");
        configuration.put("guardrail.policy.directory", policies().toString());
        Path jar = roster.workspace().root().resolve("guardrail-service/target/quarkus-app/quarkus-run.jar");
        List<String> command = JavaCommand.withHeap(HEAP_MEGABYTES)
                .options(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"))
                .properties(configuration)
                .jar(jar, List.of());
        ChildProcess process =
                ChildProcess.start(roster, "guardrail-service", command, Map.of(), logs.resolve("guardrail.log"));
        URI health = URI.create("http://localhost:" + management + "/q/health/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            process.awaitReady(START, () -> answers(client, health));
        }
        return process;
    }

    private Path policies() throws IOException {
        Path folder = Files.createDirectories(roster.scratch().resolve("policies"));
        Files.writeString(folder.resolve("bare.yaml"), """
                apiVersion: surety.dev/v1
                kind: GuardrailPolicy
                metadata: {id: bare, version: 1, bots: [bare], languages: [en]}
                defaults:
                  onError: fail_closed
                  degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
                  fallback: sorry
                checks: {}
                templates:
                  replies:
                    sorry: {default: {en: Sorry.}}
                    handover: {default: {en: A colleague will answer.}}
                rules:
                  - id: never
                    stage: [input, output]
                    when: "false"
                    then: [{action: block, template: sorry}]
                    reasonCode: NEVER
                    message: Never fires.
                """);
        return folder;
    }

    private static boolean answers(HttpClient client, URI health) {
        try {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int port() {
        return port;
    }

    String token() {
        return TokenSource.ofRealm(keycloak.realmUrl()).ofClient("integrator");
    }

    /** The processor time that the service has used so far, on all of its threads. */
    Duration processorTime() {
        return service.handle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        service.stop();
        keycloak.stop();
        postgres.stop();
        kafka.stop();
        roster.close();
    }
}
