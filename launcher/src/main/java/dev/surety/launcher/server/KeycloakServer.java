package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak with the realm {@code surety}: the users and clients of local mode, with passwords and secrets that
 * are public knowledge. Never for production.
 */
public final class KeycloakServer implements Server {
    static final Duration START = Duration.ofMinutes(3);

    private static final int HEAP_MEGABYTES = 384;
    private static final String REALM_PATH = "/realms/surety";

    private final Place place;
    private @Nullable ChildProcess running;

    public KeycloakServer(Place place) {
        this.place = requireNonNull(place, "place");
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    /** The issuer of the realm's tokens, which is also where clients discover everything else. */
    public String realmUrl() {
        return realmUrl(place.port());
    }

    private static String realmUrl(int port) {
        return "http://localhost:" + port + REALM_PATH;
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        KeycloakDistribution distribution = KeycloakDistribution.prepare(place);
        Path database = place.data().resolve(KeycloakDistribution.DATABASE_FILE);
        try {
            Files.createDirectories(place.data());
            if (!Files.exists(database)) {
                Files.copy(distribution.template(), database);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's database cannot be copied: " + e.getMessage(), e);
        }
        JavaCommand command = java().readingAotCache(distribution.aotCache());
        ChildProcess server = ChildProcess.start(
                place.roster(),
                "keycloak",
                command(command, distribution.home(), place.data(), place.port(), List.of()),
                Map.of(),
                place.log());
        running = server;
        try {
            server.awaitReady(START, () -> answers(place.port()));
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null && running.isAlive();
    }

    @Override
    public synchronized void stop() {
        ChildProcess server = running;
        running = null;
        if (server != null) {
            server.stop();
        }
    }

    @Override
    public synchronized void kill() {
        ChildProcess server = running;
        running = null;
        if (server != null) {
            server.kill();
        }
    }

    static JavaCommand java() {
        return JavaCommand.withHeap(HEAP_MEGABYTES);
    }

    /** What bin/kc.sh would run, without the shell in between, so that the process we know is the server itself. */
    static List<String> command(JavaCommand java, Path home, Path data, int port, List<String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("kc.home.dir", home.toAbsolutePath().toString());
        properties.put(
                "jboss.server.config.dir", home.toAbsolutePath().resolve("conf").toString());
        properties.put("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        properties.put("picocli.disable.closures", "true");
        properties.put(
                "java.util.concurrent.ForkJoinPool.common.threadFactory",
                "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        properties.put("user.language", "en");
        properties.put("user.country", "US");
        String database = data.toAbsolutePath().resolve("keycloakdb").toString();
        List<String> arguments = List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--db-url=jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        return java.options(List.of(
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED"))
                .properties(properties)
                .main(
                        home.resolve("lib/quarkus-run.jar").toAbsolutePath().toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        Stream.concat(arguments.stream(), more.stream()).toList());
    }

    static boolean answers(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(realmUrl(port)))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
