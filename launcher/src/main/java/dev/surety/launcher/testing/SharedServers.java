package dev.surety.launcher.testing;

import dev.surety.launcher.server.KafkaServer;
import dev.surety.launcher.server.KeycloakServer;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Place;
import dev.surety.launcher.server.Ports;
import dev.surety.launcher.server.PostgresServer;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.Server;
import dev.surety.launcher.server.Workspace;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one set of servers of this virtual machine. Quarkus loads test classes several times over, in class loaders of
 * its own, and each copy would have its own static fields and hence its own servers. So the set lives in the copy of
 * the system class loader, and every other copy talks to it through {@link #commands()}, in types that all share.
 */
public final class SharedServers {
    private static final Object LOCK = new Object();
    private static @Nullable SharedServers started;

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final KeycloakServer keycloak;

    private SharedServers(Roster roster) {
        Path logs = Path.of("target", "servers");
        Path data = roster.scratch();
        postgres = new PostgresServer(
                new Place(roster, data.resolve("postgres"), logs.resolve("postgres.log"), Ports.free()));
        kafka = new KafkaServer(new Place(roster, data.resolve("kafka"), logs.resolve("kafka.log"), Ports.free()));
        keycloak = new KeycloakServer(
                new Place(roster, data.resolve("keycloak"), logs.resolve("keycloak.log"), Ports.free()));
    }

    /** Asks the one set, whichever class loader this copy of the class is in. */
    static String ask(String command) {
        try {
            Class<?> home = ClassLoader.getSystemClassLoader().loadClass(SharedServers.class.getName());
            @SuppressWarnings("unchecked") // The method below has this return type in every copy of the class.
            UnaryOperator<String> commands =
                    (UnaryOperator<String>) home.getMethod("commands").invoke(null);
            return commands.apply(command);
        } catch (InvocationTargetException e) {
            throw new LaunchFailure("The servers for the tests cannot be started: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new LaunchFailure("The launcher is not on the class path of the tests.", e);
        }
    }

    /**
     * What the set can be asked, as {@code <server> <verb>}; public so that copies of this class in other class loaders
     * can call it. Starts the servers at the first call.
     */
    public static UnaryOperator<String> commands() {
        synchronized (LOCK) {
            if (started == null) {
                started = start();
            }
            return started::answer;
        }
    }

    private static SharedServers start() {
        SharedServers servers = new SharedServers(Roster.open(Workspace.locate(), "tests"));
        startTogether(List.of(servers.postgres, servers.kafka, servers.keycloak));
        return servers;
    }

    private static void startTogether(List<Server> servers) {
        try (ExecutorService threads = Executors.newFixedThreadPool(servers.size(), ownClassLoader())) {
            List<Future<?>> starts = servers.stream()
                    .<Future<?>>map(server -> threads.submit(server::start))
                    .toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailure failure
                    ? failure
                    : new LaunchFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while the servers were starting.", e);
        }
    }

    /** The caller's context class loader may be one of Quarkus'; Kafka's client would load its classes from there. */
    private static java.util.concurrent.ThreadFactory ownClassLoader() {
        return task -> {
            Thread thread = Thread.ofPlatform().daemon().name("server-start").unstarted(task);
            thread.setContextClassLoader(SharedServers.class.getClassLoader());
            return thread;
        };
    }

    private String answer(String command) {
        return switch (command) {
            case "kafka bootstrapServers" -> kafka.bootstrapServers();
            case "keycloak realmUrl" -> keycloak.realmUrl();
            case "postgres port" -> Integer.toString(postgres.port());
            default -> {
                List<String> words = List.of(command.split(" ", -1));
                control(serverNamed(words.getFirst()), words.getLast());
                yield "";
            }
        };
    }

    private Server serverNamed(String name) {
        return switch (name) {
            case "postgres" -> postgres;
            case "kafka" -> kafka;
            case "keycloak" -> keycloak;
            default -> throw new IllegalArgumentException("no such server: " + name);
        };
    }

    private static void control(Server server, String verb) {
        switch (verb) {
            case "start" -> startTogether(List.of(server));
            case "stop" -> server.stop();
            case "kill" -> server.kill();
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        }
    }
}
