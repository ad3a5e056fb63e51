package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.Agent;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.kit.database.Database;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many agents want the same cases at the same moment. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class ClaimRaceTest {
    private static final String TENANT = "acme";
    private static final int AGENTS = 40;
    private static final int CASES = 50;

    @Inject
    ExchangeConsumer consumer;

    @Inject
    ClaimService claims;

    @Inject
    CaseFileService files;

    @Inject
    Database database;

    private final Map<UUID, List<Agent>> winners = new ConcurrentHashMap<>();
    private final Map<UUID, List<Agent>> losersWereTold = new ConcurrentHashMap<>();

    @Test
    void fortyAgentsAtFiftyCasesGiveEachCaseExactlyOneOwner() throws Exception {
        // Given
        List<UUID> cases = openCases();

        // When
        everybodyClaimsEverything(cases);

        // Then
        assertThat(winners).hasSize(CASES).allSatisfy((id, agents) -> {
            assertThat(agents).hasSize(1);
            assertThat(files.read(TENANT, id).summary().owner()).contains(agents.getFirst());
            assertThat(losersWereTold.get(id)).hasSize(AGENTS - 1).containsOnly(agents.getFirst());
        });
        assertThat(eventsOfType(cases, "claimed")).isEqualTo(CASES);
    }

    @Test
    void claimsAndReleasesInAnyMixtureLeaveOneOwnerAndMatchingCounters() throws Exception {
        // Given
        List<UUID> cases = openCases().subList(0, 8);
        AtomicInteger claimed = new AtomicInteger();

        // When
        inParallel(AGENTS, number -> {
            Agent agent = agent(number);
            Random random = new Random(number);
            for (int i = 0; i < 25; i++) {
                UUID id = cases.get(random.nextInt(cases.size()));
                if (tryClaim(id, agent)) {
                    claimed.incrementAndGet();
                    if (random.nextInt(4) > 0) {
                        var _ = claims.release(TENANT, id, agent);
                    }
                }
            }
        });

        // Then
        assertThat(claimed).hasPositiveValue();
        assertThat(cases).allSatisfy(id -> {
            CaseFile file = files.read(TENANT, id);
            assertThat(file.floor().epoch()).isEqualTo(file.summary().version());
        });
        assertThat(counted()).isEqualTo(maintained());
    }

    private boolean tryClaim(UUID id, Agent agent) {
        try {
            return claims.claim(TENANT, id, agent).fresh();
        } catch (CaseRefusedException refused) {
            return false;
        }
    }

    private List<UUID> openCases() {
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            UUID decision = UUID.randomUUID();
            consumer.handle(Exchanges.escalated("race-" + decision).event(decision));
            cases.add(Identifiers.named(TENANT, decision.toString()));
        }
        return cases;
    }

    private void everybodyClaimsEverything(List<UUID> cases) throws Exception {
        inParallel(AGENTS, number -> {
            Agent agent = agent(number);
            List<UUID> order = new ArrayList<>(cases);
            Collections.shuffle(order, new Random(number % 4));
            for (UUID id : order) {
                try {
                    var _ = claims.claim(TENANT, id, agent);
                    winners.computeIfAbsent(id, unseen -> Collections.synchronizedList(new ArrayList<>()))
                            .add(agent);
                } catch (CaseRefusedException refused) {
                    CaseRefusal.OwnedByOther other = (CaseRefusal.OwnedByOther) refused.refusal();
                    losersWereTold
                            .computeIfAbsent(id, unseen -> Collections.synchronizedList(new ArrayList<>()))
                            .add(other.owner());
                }
            }
        });
    }

    private interface Work {
        void as(int number);
    }

    private static void inParallel(int threads, Work work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(executor.submit(() -> {
                    start.await();
                    work.as(number);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private static Agent agent(int number) {
        return new Agent("agent-" + number, "Agent " + number);
    }

    private long eventsOfType(List<UUID> cases, String type) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT count(*) FROM (
                        SELECT case_id, type FROM feed_entry UNION ALL SELECT case_id, type FROM feed_arrival
                    ) AS feed WHERE type = ? AND case_id = ANY (?)""")) {
                select.setString(1, type);
                select.setArray(2, connection.createArrayOf("uuid", cases.toArray()));
                try (ResultSet result = select.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    private String counted() {
        return counts("SELECT tenant, state, count(*) FROM support_case GROUP BY tenant, state ORDER BY 1, 2");
    }

    private String maintained() {
        return counts("""
                SELECT tenant, state, sum(cases) FROM case_count GROUP BY tenant, state HAVING sum(cases) <> 0
                ORDER BY 1, 2""");
    }

    private String counts(String sql) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet result = select.executeQuery()) {
                StringBuilder rows = new StringBuilder();
                while (result.next()) {
                    rows.append(result.getString(1)).append(' ').append(result.getString(2));
                    rows.append(' ').append(result.getLong(3)).append('\n');
                }
                return rows.toString();
            }
        });
    }
}
