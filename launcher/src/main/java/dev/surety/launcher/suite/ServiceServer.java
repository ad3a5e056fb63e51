package dev.surety.launcher.suite;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.server.ChildProcess;
import dev.surety.launcher.server.JavaCommand;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Place;
import dev.surety.launcher.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of our services as it is packaged: its jar on a Java of its own, or its native executable. */
public final class ServiceServer implements Server {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int HEAP_MEGABYTES = 256;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Part part;
    private final Place place;
    private final Map<String, String> configuration;
    private final boolean nativeImage;
    private @Nullable ChildProcess running;

    ServiceServer(Part part, Place place, Map<String, String> configuration, boolean nativeImage) {
        this.part = requireNonNull(part, "part");
        this.place = requireNonNull(place, "place");
        this.configuration = Map.copyOf(configuration);
        this.nativeImage = nativeImage;
    }

    @Override
    public String name() {
        return part.title();
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess service = ChildProcess.start(place.roster(), part.title(), command(), Map.of(), place.log());
        running = service;
        try {
            service.awaitReady(START, this::isReady);
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
        ChildProcess service = running;
        running = null;
        if (service != null) {
            service.stop();
        }
    }

    @Override
    public synchronized void kill() {
        ChildProcess service = running;
        running = null;
        if (service != null) {
            service.kill();
        }
    }

    private List<String> command() {
        return nativeImage ? nativeCommand() : javaCommand();
    }

    private List<String> javaCommand() {
        Path jar = target().resolve("quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure("%s is missing. Build it with: ./mvnw -DskipTests package".formatted(jar));
        }
        return JavaCommand.withHeap(HEAP_MEGABYTES)
                .options(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"))
                .properties(configuration)
                .jar(jar, List.of());
    }

    private List<String> nativeCommand() {
        List<String> command = new ArrayList<>();
        command.add(nativeExecutable().toString());
        command.add("-Xmx" + HEAP_MEGABYTES + "m");
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        return command;
    }

    private Path nativeExecutable() {
        try (Stream<Path> files = Files.list(target())) {
            return files.filter(file -> file.toString().endsWith("-runner"))
                    .findFirst()
                    .orElseThrow(() -> new LaunchFailure(
                            "%s has no native executable. Build it with: ./mvnw -Dnative -DskipTests package"
                                    .formatted(target())));
        } catch (IOException e) {
            throw new LaunchFailure("%s is missing. Build it with: ./mvnw -DskipTests package".formatted(target()), e);
        }
    }

    private Path target() {
        return place.roster().workspace().root().resolve(part.title()).resolve("target");
    }

    private boolean isReady() {
        URI health =
                URI.create("http://localhost:%d/q/health/ready".formatted(place.port() + SuitePorts.MANAGEMENT_OFFSET));
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
