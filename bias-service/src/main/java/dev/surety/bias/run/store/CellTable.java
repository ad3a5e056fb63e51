package dev.surety.bias.run.store;

import dev.surety.bias.run.Answer;
import dev.surety.bias.run.AnsweredCell;
import dev.surety.bias.run.LeasedCell;
import dev.surety.bias.run.Progress;
import dev.surety.bias.suite.Cell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calls of runs: {@code PENDING → LEASED → DONE | ERROR}, and back to {@code LEASED} when a worker went silent. */
final class CellTable {
    private static final String COLUMNS = "ordinal, block, attribute, template, name, group_name, control";

    private final RunJson json;

    CellTable(RunJson json) {
        this.json = json;
    }

    void insert(Connection connection, UUID run, List<Cell> cells) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO cell (run_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Cell cell : cells) {
                insert.setObject(1, run);
                insert.setInt(2, cell.ordinal());
                insert.setInt(3, cell.block());
                insert.setString(4, cell.attribute());
                insert.setString(5, cell.template());
                insert.setInt(6, cell.name());
                insert.setString(7, cell.group());
                insert.setBoolean(8, cell.control());
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
    }

    Progress progress(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT count(*) AS planned,
                       count(*) FILTER (WHERE state = 'DONE') AS answered,
                       count(*) FILTER (WHERE state = 'ERROR') AS missing,
                       count(*) FILTER (WHERE attempts > 1) AS repeated
                FROM cell WHERE run_id = ?""")) {
            select.setObject(1, run);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("An aggregate gives one row");
                }
                return new Progress(
                        row.getInt("planned"), row.getInt("answered"), row.getInt("missing"), row.getInt("repeated"));
            }
        }
    }

    Optional<LeasedCell> lease(Connection connection, UUID run, Instant now, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE cell SET state = 'LEASED', lease_until = ?, attempts = attempts + 1
                WHERE run_id = ? AND ordinal = (
                    SELECT ordinal FROM cell
                    WHERE run_id = ? AND state IN ('PENDING', 'LEASED') AND (state = 'PENDING' OR lease_until < ?)
                    ORDER BY ordinal LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING attempts, %s""".formatted(COLUMNS))) {
            update.setObject(1, PostgresRunStore.timestamp(until));
            update.setObject(2, run);
            update.setObject(3, run);
            update.setObject(4, PostgresRunStore.timestamp(now));
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(new LeasedCell(cell(row), row.getInt("attempts"))) : Optional.empty();
            }
        }
    }

    boolean record(Connection connection, UUID run, LeasedCell leased, Answer answer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE cell SET state = ?, outcomes = ?::jsonb, missing = ?, latency_millis = ?, lease_until = NULL
                WHERE run_id = ? AND ordinal = ? AND state = 'LEASED' AND attempts = ?""")) {
            switch (answer) {
                case Answer.Given given -> {
                    update.setString(1, "DONE");
                    update.setString(2, json.write(given.outcomes()));
                    update.setNull(3, Types.VARCHAR);
                }
                case Answer.Missing missing -> {
                    update.setString(1, "ERROR");
                    update.setNull(2, Types.VARCHAR);
                    update.setString(3, missing.reason().name());
                }
            }
            update.setInt(4, answer.latencyMillis());
            update.setObject(5, run);
            update.setInt(6, leased.cell().ordinal());
            update.setInt(7, leased.attempt());
            return update.executeUpdate() == 1;
        }
    }

    void releaseAll(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE cell SET state = 'PENDING', lease_until = NULL WHERE run_id = ? AND state = 'LEASED'""")) {
            update.setObject(1, run);
            int _ = update.executeUpdate();
        }
    }

    int abandon(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE cell SET state = 'ERROR', missing = ?, lease_until = NULL
                WHERE run_id = ? AND state IN ('PENDING', 'LEASED')""")) {
            update.setString(1, Answer.Reason.NOT_ASKED.name());
            update.setObject(2, run);
            return update.executeUpdate();
        }
    }

    List<AnsweredCell> answered(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT outcomes, %s FROM cell
                WHERE run_id = ? AND state IN ('DONE', 'ERROR') ORDER BY ordinal""".formatted(COLUMNS))) {
            select.setObject(1, run);
            try (ResultSet row = select.executeQuery()) {
                List<AnsweredCell> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(new AnsweredCell(
                            cell(row),
                            Optional.ofNullable(row.getString("outcomes")).map(json::outcomes)));
                }
                return cells;
            }
        }
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getInt("ordinal"),
                row.getInt("block"),
                row.getString("attribute"),
                row.getString("template"),
                row.getInt("name"),
                row.getString("group_name"),
                row.getBoolean("control"));
    }
}
