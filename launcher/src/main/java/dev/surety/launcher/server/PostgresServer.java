package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.server.Processes.Farewell;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL with one database per service that needs one. Each database has two roles: {@code <db>_owner}
 * owns it and runs its migrations, {@code <db>_runtime} is what the service uses and may do only what the migrations
 * grant. The password of a role is its name.
 */
public final class PostgresServer implements Server {
    /** The services with a database; the database bears the service's short name. */
    public static final List<String> DATABASES = List.of("guardrail", "escalation", "audit", "bias");

    private static final Duration START = Duration.ofMinutes(1);
    private static final String PROCESS = "postgres";

    private final Place place;
    private @Nullable EmbeddedPostgres running;
    private @Nullable ProcessHandle postmaster;

    public PostgresServer(Place place) {
        this.place = requireNonNull(place, "place");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    public int port() {
        return place.port();
    }

    /** Where a database is, for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(place.port(), database);
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        Path folder = place.data().toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(place.log().toAbsolutePath().getParent());
            ProcessBuilder.Redirect log =
                    ProcessBuilder.Redirect.appendTo(place.log().toFile());
            running = EmbeddedPostgres.builder()
                    .setPort(place.port())
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(place.roster()
                            .workspace()
                            .cache()
                            .resolve("postgres")
                            .toFile())
                    .setPGStartupWait(START)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    // The default here is off, which loses acknowledged transactions when the server is killed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            ProcessHandle process = postmaster();
            postmaster = process;
            place.roster().enter(PROCESS, process, Farewell.INTERRUPT);
            createDatabases(running);
        } catch (IOException | SQLException | RuntimeException e) {
            stop();
            throw new LaunchFailure(
                    "PostgreSQL cannot be started: %s. Its log is %s".formatted(e.getMessage(), place.log()), e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return postmaster != null && postmaster.isAlive();
    }

    @Override
    public synchronized void stop() {
        EmbeddedPostgres server = running;
        running = null;
        postmaster = null;
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL cannot be stopped: " + e.getMessage(), e);
        } finally {
            place.roster().leave(PROCESS);
        }
    }

    @Override
    public synchronized void kill() {
        ProcessHandle process = postmaster();
        List<ProcessHandle> backends = process.descendants().toList();
        Processes.kill(process);
        backends.forEach(Processes::kill);
        // Releases the lock on the data folder; there is no server left to stop.
        stop();
    }

    private ProcessHandle postmaster() {
        Path file = place.data().resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(file, StandardCharsets.US_ASCII)
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new LaunchFailure("PostgreSQL ended while it was starting; see " + place.log()));
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL does not run: %s is missing".formatted(file), e);
        }
    }

    private static void createDatabases(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                    createDatabase(statement, database);
                }
            }
            createRole(statement, "audit_reader");
            statement.execute("GRANT CONNECT ON DATABASE audit TO audit_reader");
        }
    }

    private static void createDatabase(Statement statement, String database) throws SQLException {
        String owner = database + "_owner";
        String runtime = database + "_runtime";
        createRole(statement, owner);
        createRole(statement, runtime);
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        statement.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(database, runtime));
    }

    private static void createRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, role));
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
