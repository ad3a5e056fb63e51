package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The checked-out repository and the folder {@code .surety} in it, which holds everything that local runs leave on
 * disk and which git ignores.
 *
 * @param root the folder that holds the wrapper and the modules
 */
public record Workspace(Path root) {
    /** Names the root where the working directory is somewhere else; the script surety sets it. */
    public static final String ROOT_PROPERTY = "surety.root";

    public Workspace {
        requireNonNull(root, "root");
        root = root.toAbsolutePath().normalize();
    }

    /** The workspace that the system property names, else the one around the working directory. */
    public static Workspace locate() {
        String named = System.getProperty(ROOT_PROPERTY);
        if (named != null) {
            return new Workspace(Path.of(named));
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("launcher/servers")) && Files.exists(folder.resolve("mvnw"))) {
                return new Workspace(folder);
            }
        }
        throw new LaunchFailure("No checkout of Surety around %s. Change into one, or name it with -D%s=<folder>."
                .formatted(start, ROOT_PROPERTY));
    }

    /** Everything that local runs leave on disk. */
    public Path state() {
        return root.resolve(".surety");
    }

    /** What makes later starts faster and can be deleted at any time when nothing runs. */
    public Path cache() {
        return state().resolve("cache");
    }

    /** One folder per program that has processes running. */
    public Path runs() {
        return state().resolve("run");
    }

    /** The log files of the last suite that ran. */
    public Path logs() {
        return state().resolve("logs");
    }

    /** What {@code ./surety up --keep} keeps. */
    public Path keptData() {
        return state().resolve("data");
    }

    /** The jars of the Kafka broker, as the build unpacked them. */
    public Path kafkaJars() {
        return unpacked(root.resolve("launcher/servers/target/kafka"));
    }

    /** The folder in which the build unpacked Keycloak's distribution. */
    public Path keycloakDistribution() {
        return unpacked(root.resolve("launcher/servers/target/keycloak"));
    }

    private static Path unpacked(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LaunchFailure(
                    "%s is missing. Build it with: ./mvnw -pl launcher/servers package".formatted(folder));
        }
        return folder;
    }
}
