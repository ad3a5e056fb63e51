package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.Agent;
import dev.surety.escalation.cases.CaseListStore.Selection;
import dev.surety.kit.database.Database;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists over many cases: in order, complete, and without looking at what they do not show. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class CaseListTest {
    private static final int CASES = 4_000;

    @Inject
    CaseListService lists;

    @Inject
    CaseStore cases;

    @Inject
    Database database;

    private final String tenant = "list-" + UUID.randomUUID();

    /** A quarter of the cases in each state, in three queues, with many ties in priority and time. */
    @BeforeEach
    void fill() {
        int inserted = database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO support_case (tenant, id, conversation_id, channel, locale, customer_ref, queue,
                        priority, state, owner_subject, owner_name, claimed_at, reason_codes, headline, last_turn,
                        steps, opened_at, resolved_at, root_cause, resolution, version)
                    SELECT ?, gen_random_uuid(), 'c-' || n, 'chat', 'en', 'cust', 'queue-' || n % 3, 1 + n % 4,
                        (ARRAY ['queued', 'claimed', 'active', 'resolved'])[1 + n / 4 % 4],
                        CASE WHEN n / 4 % 4 > 0 THEN 'agent-' || n % 5 END,
                        CASE WHEN n / 4 % 4 > 0 THEN 'Agent' END,
                        CASE WHEN n / 4 % 4 > 0 THEN now() END,
                        '{CODE}', 'Because.', 1, n / 4 % 4, timestamptz '2026-11-01' + n % 100 * interval '1 minute',
                        CASE WHEN n / 4 % 4 = 3 THEN timestamptz '2026-11-02' + n % 50 * interval '1 minute' END,
                        CASE WHEN n / 4 % 4 = 3 THEN 'other' END, CASE WHEN n / 4 % 4 = 3 THEN 'Done' END, 1
                    FROM generate_series(0, ? - 1) AS n""")) {
                insert.setString(1, tenant);
                insert.setInt(2, CASES);
                return insert.executeUpdate();
            }
        });
        assertThat(inserted).isEqualTo(CASES);
    }

    @ParameterizedTest
    @EnumSource
    void turningThePagesShowsEveryCaseOnceInTheOrderOfItsList(ListKind kind) {
        // When
        List<Case> all = allPages(kind, null);

        // Then
        assertThat(all).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(all)
                .hasSize(
                        switch (kind) {
                            case QUEUED, RESOLVED -> CASES / 4;
                            case MINE -> CASES / 2 / 5;
                            case OPEN -> CASES * 3 / 4;
                        });
        if (kind != ListKind.RESOLVED) {
            assertThat(all).isSortedAccordingTo(QueueOrder.MOST_URGENT_THEN_OLDEST);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQueueShowsItsOwnCasesOnly(ListKind kind) {
        List<Case> all = allPages(kind, "queue-1");

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.urgency().queue()).isEqualTo("queue-1"));
    }

    @Test
    void theCountsAreThoseOfTheWholeTenant() {
        CaseListService.Page page = lists.page(tenant, selection(ListKind.QUEUED, null, null, 1));

        assertThat(page.counts())
                .containsEntry(ListKind.QUEUED, CASES / 4L)
                .containsEntry(ListKind.OPEN, CASES * 3L / 4)
                .containsEntry(ListKind.RESOLVED, CASES / 4L)
                .containsEntry(ListKind.MINE, CASES / 2L / 5);
    }

    @Test
    void whatComesAndGoesBetweenTwoPagesNeitherRepeatsNorHidesOthers() {
        // Given
        CaseListService.Page first = lists.page(tenant, selection(ListKind.QUEUED, null, null, 50));
        Case gone = first.items().getLast();
        Set<UUID> rest = new HashSet<>();
        allPages(ListKind.QUEUED, null).forEach(item -> rest.add(item.id()));
        first.items().forEach(item -> rest.remove(item.id()));

        // When
        assertThat(database.<Optional<Case>>inTransaction(connection ->
                        cases.claim(connection, tenant, gone.id(), new Agent("agent-x", "X"), gone.openedAt())))
                .isPresent();
        List<Case> second = new ArrayList<>();
        for (PageCursor cursor = first.next().orElseThrow(); cursor != null; ) {
            CaseListService.Page page = lists.page(tenant, selection(ListKind.QUEUED, null, cursor, 50));
            second.addAll(page.items());
            cursor = page.next().orElse(null);
        }

        // Then
        assertThat(second).extracting(Case::id).containsExactlyInAnyOrderElementsOf(rest);
    }

    private List<Case> allPages(ListKind kind, String queue) {
        List<Case> all = new ArrayList<>();
        PageCursor cursor = null;
        do {
            CaseListService.Page page = lists.page(tenant, selection(kind, queue, cursor, 97));
            all.addAll(page.items());
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return all;
    }

    private static Selection selection(ListKind kind, String queue, PageCursor behind, int limit) {
        return new Selection(kind, "agent-1", queue, behind, limit);
    }
}
