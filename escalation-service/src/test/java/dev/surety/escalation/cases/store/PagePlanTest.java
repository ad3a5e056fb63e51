package dev.surety.escalation.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.cases.CaseListStore.Selection;
import dev.surety.escalation.cases.ListKind;
import dev.surety.escalation.cases.PageCursor;
import dev.surety.escalation.cases.Priority;
import dev.surety.kit.database.Database;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page must cost the same whether a hundred cases wait or a hundred thousand: its plan neither sorts nor reads all. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class PagePlanTest {
    private static final Instant MIDDLE = Instant.parse("2026-11-01T06:00:00Z");

    @Inject
    Database database;

    private final String tenant = "plan-" + UUID.randomUUID();

    @BeforeEach
    void fill() {
        int inserted = database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO support_case (tenant, id, conversation_id, channel, locale, customer_ref, queue,
                        priority, state, owner_subject, owner_name, claimed_at, reason_codes, headline, last_turn,
                        steps, opened_at, resolved_at, root_cause, resolution, version)
                    SELECT ?, gen_random_uuid(), 'c-' || n, 'chat', 'en', 'cust', 'queue-' || n % 3, 1 + n % 4, state,
                        CASE WHEN state <> 'queued' THEN 'agent-' || n % 5 END,
                        CASE WHEN state <> 'queued' THEN 'Agent' END,
                        CASE WHEN state <> 'queued' THEN now() END,
                        '{CODE}', 'Because.', 1, 1, timestamptz '2026-11-01' + n * interval '1 second',
                        CASE WHEN state = 'resolved' THEN timestamptz '2026-11-01' + n * interval '1 second' END,
                        CASE WHEN state = 'resolved' THEN 'other' END, CASE WHEN state = 'resolved' THEN 'Done' END, 1
                    FROM generate_series(1, 20000) AS n,
                        LATERAL (SELECT (ARRAY ['queued', 'claimed', 'active', 'resolved'])[1 + n / 4 % 4]) AS s (state)
                    """)) {
                insert.setString(1, tenant);
                return insert.executeUpdate();
            }
        });
        assertThat(inserted).isEqualTo(20_000);
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsReadFromTheIndexOfItsListWithoutSorting(ListKind kind) {
        String plan = plan(new Selection(kind, "agent-1", null, cursor(kind), 51));

        assertThat(plan).contains("Index Scan using support_case_").doesNotContain("Seq Scan", "Sort");
    }

    @ParameterizedTest
    @EnumSource(names = "MINE", mode = EnumSource.Mode.EXCLUDE)
    void aPageOfOneQueueIsReadFromTheIndexOfItsQueue(ListKind kind) {
        String plan = plan(new Selection(kind, "agent-1", "queue-1", cursor(kind), 51));

        assertThat(plan).contains("_by_queue").doesNotContain("Seq Scan", "Sort");
    }

    private static PageCursor cursor(ListKind kind) {
        return kind == ListKind.RESOLVED
                ? new PageCursor.ByResolution(MIDDLE, new UUID(0, 0))
                : new PageCursor.ByUrgency(Priority.P2, MIDDLE, new UUID(0, 0));
    }

    private String plan(Selection selection) {
        return database.read(connection -> String.join("\n", explain(connection, selection)));
    }

    private List<String> explain(Connection connection, Selection selection) throws SQLException {
        try (PreparedStatement explain =
                connection.prepareStatement("EXPLAIN " + PostgresCaseListStore.sql(selection))) {
            PostgresCaseListStore.bind(explain, tenant, selection);
            try (ResultSet result = explain.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (result.next()) {
                    lines.add(result.getString(1));
                }
                return lines;
            }
        }
    }
}
