package dev.surety.bias.run.store;

import dev.surety.bias.run.Answer;
import dev.surety.bias.run.AnsweredCell;
import dev.surety.bias.run.LeasedCell;
import dev.surety.bias.run.NewRun;
import dev.surety.bias.run.Progress;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.run.RunState;
import dev.surety.bias.run.RunStore;
import dev.surety.bias.run.event.RunPublisher;
import dev.surety.bias.suite.Cell;
import dev.surety.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs in PostgreSQL; {@link CellTable} does the calls. */
@ApplicationScoped
public class PostgresRunStore implements RunStore {
    private static final String COLUMNS =
            "id, tenant, suite_document, target, seed, state, created_by, created_at, ended_at, result";

    private final Database database;
    private final RunPublisher publisher;
    private final RunJson json = new RunJson();
    private final CellTable cells = new CellTable(json);

    PostgresRunStore(Database database, RunPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    @Override
    public Creation create(NewRun run, List<Cell> planned) {
        return database.inTransaction(connection -> {
            if (insert(connection, run)) {
                cells.insert(connection, run.id(), planned);
                return new Creation.Stored(run.id());
            }
            return existing(connection, run);
        });
    }

    /** A concurrent insert of the same key waits for the first one's commit, and then inserts nothing. */
    private boolean insert(Connection connection, NewRun run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO run (id, tenant, idempotency_key, request_digest, suite_document, target, seed,
                                 created_by, created_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                ON CONFLICT (tenant, idempotency_key) DO NOTHING""")) {
            insert.setObject(1, run.id());
            insert.setString(2, run.tenant());
            insert.setString(3, run.idempotencyKey());
            insert.setString(4, run.requestDigest());
            insert.setString(5, run.suiteDocument());
            insert.setString(6, json.write(run.target()));
            insert.setLong(7, run.seed());
            insert.setString(8, run.createdBy());
            insert.setObject(9, timestamp(run.createdAt()));
            return insert.executeUpdate() == 1;
        }
    }

    private static Creation existing(Connection connection, NewRun run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, request_digest FROM run WHERE tenant = ? AND idempotency_key = ?")) {
            select.setString(1, run.tenant());
            select.setString(2, run.idempotencyKey());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("The run of a used key has vanished");
                }
                return rows.getString("request_digest").equals(run.requestDigest())
                        ? new Creation.Stored(rows.getObject("id", UUID.class))
                        : new Creation.KeyTaken();
            }
        }
    }

    @Override
    public Optional<Run> find(String tenant, UUID id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM run WHERE tenant = ? AND id = ?")) {
                select.setString(1, tenant);
                select.setObject(2, id);
                return first(select);
            }
        });
    }

    @Override
    public List<Run> list(String tenant, Optional<UUID> before, int limit) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT %s FROM run
                    WHERE tenant = ? AND (?::uuid IS NULL OR id < ?::uuid)
                    ORDER BY id DESC LIMIT ?""".formatted(COLUMNS))) {
                select.setString(1, tenant);
                select.setObject(2, before.orElse(null));
                select.setObject(3, before.orElse(null));
                select.setInt(4, limit);
                return all(select);
            }
        });
    }

    @Override
    public Progress progress(UUID run) {
        return database.read(connection -> cells.progress(connection, run));
    }

    @Override
    public Optional<Run> adopt(UUID driver, Instant now, Instant until) {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE run SET driver = ?, driver_until = ?
                    WHERE id = (SELECT id FROM run
                                WHERE state = 'RUNNING' AND (driver_until IS NULL OR driver_until < ?)
                                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING %s""".formatted(COLUMNS))) {
                update.setObject(1, driver);
                update.setObject(2, timestamp(until));
                update.setObject(3, timestamp(now));
                Optional<Run> adopted = first(update);
                if (adopted.isPresent()) {
                    // Whoever drove it before is gone; what it had in hand is open again.
                    cells.releaseAll(connection, adopted.get().id());
                }
                return adopted;
            }
        });
    }

    @Override
    public boolean renew(UUID run, UUID driver, Instant until) {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE run SET driver_until = ? WHERE id = ? AND driver = ? AND state = 'RUNNING'")) {
                update.setObject(1, timestamp(until));
                update.setObject(2, run);
                update.setObject(3, driver);
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void release(UUID run, UUID driver) {
        var _ = database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE run SET driver = NULL, driver_until = NULL
                    WHERE id = ? AND driver = ? AND state = 'RUNNING'""")) {
                update.setObject(1, run);
                update.setObject(2, driver);
                if (update.executeUpdate() == 1) {
                    cells.releaseAll(connection, run);
                }
                return run;
            }
        });
    }

    @Override
    public Optional<LeasedCell> lease(UUID run, Instant now, Instant until) {
        return database.inTransaction(connection -> cells.lease(connection, run, now, until));
    }

    @Override
    public boolean record(UUID run, LeasedCell cell, Answer answer) {
        return database.inTransaction(connection -> cells.record(connection, run, cell, answer));
    }

    @Override
    public void abandon(UUID run) {
        var _ = database.inTransaction(connection -> cells.abandon(connection, run));
    }

    @Override
    public List<AnsweredCell> answered(UUID run) {
        return database.read(connection -> cells.answered(connection, run));
    }

    @Override
    public boolean conclude(Run run, RunState state, RunResult result, Instant now) {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE run SET state = ?, ended_at = ?, verdict = ?, result = ?::jsonb, driver = NULL,
                                   driver_until = NULL
                    WHERE id = ? AND state = 'RUNNING'""")) {
                update.setString(1, state.name());
                update.setObject(2, timestamp(now));
                update.setString(3, result.verdict().name());
                update.setString(4, json.write(result));
                update.setObject(5, run.id());
                boolean first = update.executeUpdate() == 1;
                if (first) {
                    publisher.publish(connection, run, result, now);
                }
                return first;
            }
        });
    }

    private Optional<Run> first(PreparedStatement statement) throws SQLException {
        return all(statement).stream().findFirst();
    }

    private List<Run> all(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Run> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(run(rows));
            }
            return runs;
        }
    }

    private Run run(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("suite_document"),
                json.target(row.getString("target")),
                row.getLong("seed"),
                RunState.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null
                        ? Optional.empty()
                        : Optional.of(new Run.End(ended.toInstant(), json.result(row.getString("result")))));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
