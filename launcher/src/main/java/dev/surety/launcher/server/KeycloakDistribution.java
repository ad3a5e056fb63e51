package dev.surety.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak made ready to start fast: its augmentation done, its classes in an ahead-of-time cache, and its database
 * with the realm inside kept as a template that every start copies. Made once per version and realm, under
 * {@code .surety/cache}; programs that need it at the same time wait for the first.
 *
 * @param home the distribution, optimised
 * @param template the database with the realm
 * @param aotCache the classes; may be missing, then starts are slower and nothing else
 */
record KeycloakDistribution(Path home, Path template, Path aotCache) {
    static final String DATABASE_FILE = "keycloakdb.mv.db";
    static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

    private static final String REALM = "surety-realm.json";
    private static final Duration BUILD = Duration.ofMinutes(5);

    static KeycloakDistribution prepare(Place place) {
        Path cache = place.roster().workspace().cache();
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return prepareLocked(place, cache);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak cannot be prepared in %s: %s".formatted(cache, e.getMessage()), e);
        }
    }

    private static KeycloakDistribution prepareLocked(Place place, Path cache) throws IOException {
        Path source = unpacked(place.roster().workspace().keycloakDistribution());
        byte[] realm = realm();
        Path home = cache.resolve(source.getFileName() + "-" + digest(BUILD_OPTIONS.toString()));
        Path templates = cache.resolve("keycloak-realms").resolve(digest(home.getFileName() + digest(realm)));
        Path aotCache = home.resolve("java-" + Runtime.version().feature() + ".aot");
        KeycloakDistribution distribution = new KeycloakDistribution(home, templates.resolve(DATABASE_FILE), aotCache);
        if (!Files.exists(home.resolve(".built"))) {
            FileTree.delete(home);
            FileTree.copy(source, home);
            build(place, home);
            Files.createFile(home.resolve(".built"));
        }
        if (!Files.exists(distribution.template())) {
            distribution.makeTemplate(place, realm);
        }
        return distribution;
    }

    /** Lets Keycloak fill an empty database from the realm file once, and keeps the database. */
    private void makeTemplate(Place place, byte[] realm) throws IOException {
        Path imports = home.resolve("data/import");
        Files.createDirectories(imports);
        Files.write(imports.resolve(REALM), realm);
        Path folder = place.roster().scratch().resolve("keycloak-template");
        FileTree.delete(folder);
        Files.createDirectories(folder);
        Path freshCache = folder.resolve("java.aot");
        int port = Ports.free();
        JavaCommand command = KeycloakServer.java();
        if (!Files.exists(aotCache)) {
            command = command.writingAotCache(freshCache);
        }
        ChildProcess first = ChildProcess.start(
                place.roster(),
                "keycloak-template",
                KeycloakServer.command(command, home, folder, port, List.of("--import-realm")),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
                place.log());
        try {
            first.awaitReady(KeycloakServer.START, () -> KeycloakServer.answers(port));
        } finally {
            first.stop();
        }
        if (Files.exists(freshCache)) {
            Files.move(freshCache, aotCache);
        }
        Files.createDirectories(template.getParent());
        Files.move(folder.resolve(DATABASE_FILE), template);
        FileTree.delete(folder);
    }

    private static void build(Place place, Path home) {
        Path script = home.resolve("bin/kc.sh");
        List<String> command = Stream.concat(Stream.of("sh", script.toString(), "build"), BUILD_OPTIONS.stream())
                .toList();
        int code = ChildProcess.start(
                        place.roster(),
                        "keycloak-build",
                        command,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        place.log())
                .await(BUILD);
        if (code != 0) {
            throw new LaunchFailure("Keycloak's build step failed; see " + place.log());
        }
    }

    private static Path unpacked(Path folder) throws IOException {
        try (Stream<Path> versions = Files.list(folder)) {
            List<Path> found = versions.filter(path -> Files.exists(path.resolve("lib/quarkus-run.jar")))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new LaunchFailure("There is no Keycloak in %s. Build it with: ./mvnw -pl launcher/servers package"
                        .formatted(folder));
            }
            return found.getLast();
        }
    }

    private static byte[] realm() throws IOException {
        try (InputStream stream = KeycloakDistribution.class.getResourceAsStream(REALM)) {
            if (stream == null) {
                throw new IllegalStateException(REALM + " is missing from the launcher's jar");
            }
            return stream.readAllBytes();
        }
    }

    private static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
