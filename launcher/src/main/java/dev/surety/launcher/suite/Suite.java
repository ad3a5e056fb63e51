package dev.surety.launcher.suite;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.KafkaServer;
import dev.surety.launcher.server.KeycloakServer;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Place;
import dev.surety.launcher.server.PostgresServer;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.Server;
import dev.surety.launcher.server.TokenSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All parts of Surety as processes on this machine. The infrastructure starts first, then the services; each group
 * starts together. The roster ends them all, in the opposite order, however this program ends.
 */
public final class Suite implements AutoCloseable {
    private static final List<Part> INFRASTRUCTURE = List.of(Part.KEYCLOAK, Part.POSTGRES, Part.KAFKA);

    private final Roster roster;
    private final SuiteSettings settings;
    private final KeycloakServer keycloak;
    private final KafkaServer kafka;
    private final Map<Part, Server> servers = new EnumMap<>(Part.class);

    public Suite(Roster roster, SuiteSettings settings) {
        this.roster = requireNonNull(roster, "roster");
        this.settings = requireNonNull(settings, "settings");
        PostgresServer postgres = new PostgresServer(place(roster, Part.POSTGRES));
        kafka = new KafkaServer(place(roster, Part.KAFKA));
        keycloak = new KeycloakServer(place(roster, Part.KEYCLOAK));
        servers.put(Part.POSTGRES, postgres);
        servers.put(Part.KAFKA, kafka);
        servers.put(Part.KEYCLOAK, keycloak);
        ServiceConfiguration configuration =
                new ServiceConfiguration(settings, postgres, kafka.bootstrapServers(), keycloak.realmUrl());
        for (Part service : Part.SERVICES) {
            servers.put(
                    service,
                    new ServiceServer(
                            service, place(roster, service), configuration.of(service), settings.nativeImages()));
        }
    }

    private Place place(Roster roster, Part part) {
        return new Place(
                roster,
                settings.data().resolve(part.key()),
                settings.logs().resolve(part.key() + ".log"),
                settings.ports().port(part));
    }

    /** Starts every part and returns once all of them are ready. */
    public void start(Progress progress) {
        startTogether(INFRASTRUCTURE, progress);
        startTogether(Part.SERVICES, progress);
    }

    private void startTogether(List<Part> parts, Progress progress) {
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
            List<Future<?>> starts = parts.stream()
                    .<Future<?>>map(part -> threads.submit(() -> start(part, progress)))
                    .toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailure failure
                    ? failure
                    : new LaunchFailure("The suite cannot be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while the suite was starting.", e);
        }
    }

    private void start(Part part, Progress progress) {
        progress.begin(part.title());
        long begin = System.nanoTime();
        try {
            server(part).start();
        } catch (RuntimeException e) {
            progress.failed(part.title());
            throw e;
        }
        progress.done(part.title(), address(part), Duration.ofNanos(System.nanoTime() - begin));
    }

    private String address(Part part) {
        return switch (part) {
            case POSTGRES, KAFKA -> "localhost:" + settings.ports().port(part);
            case KEYCLOAK, GUARDRAIL, ESCALATION, AUDIT, BIAS, BOT ->
                settings.ports().url(part);
        };
    }

    public SuiteSettings settings() {
        return settings;
    }

    /** A part's process, for those who watch it or want it to fail. */
    public Server server(Part part) {
        return Optional.ofNullable(servers.get(part))
                .orElseThrow(() -> new IllegalArgumentException(part.title() + " is no process of the suite"));
    }

    /** Where clients reach a part. */
    public String url(Part part) {
        return settings.ports().url(part);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Gives tokens of local mode's users and clients. */
    public TokenSource tokens() {
        return TokenSource.ofRealm(keycloak.realmUrl());
    }

    /** Whether everything is about to end, so that calls to it fail for no fault of its own. */
    public boolean isEnding() {
        return roster.isEnding();
    }

    /** The first part whose process has ended although nobody asked it to, if any. */
    public Optional<Part> fallen() {
        return servers.entrySet().stream()
                .filter(entry -> !entry.getValue().isRunning())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Stops every part, the services first. */
    @Override
    public void close() {
        Part.SERVICES.reversed().forEach(part -> server(part).stop());
        INFRASTRUCTURE.reversed().forEach(part -> server(part).stop());
    }
}
