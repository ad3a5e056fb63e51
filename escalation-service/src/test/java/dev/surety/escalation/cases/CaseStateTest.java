package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.escalation.Agent;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CaseStateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Agent ANA = new Agent("a-1", "Ana");
    private static final Agent BEN = new Agent("b-1", "Ben");
    private static final Resolution RESOLUTION =
            new Resolution(RootCause.PROCESS, "Paid back", null, ANA, NOW.plusSeconds(60));

    @Test
    void workKeepsTheOwnerAndTheTimeOfTheClaim() {
        assertThat(new CaseState.Queued().claim(ANA, NOW).work()).isEqualTo(new CaseState.Active(ANA, NOW));
    }

    @Test
    void aCaseWithoutAStepIsNotResolved() {
        CaseState.Active active = new CaseState.Active(ANA, NOW);

        assertThatThrownBy(() -> active.resolve(RESOLUTION, 0))
                .isInstanceOfSatisfying(
                        CaseRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.NoStep()));
    }

    @Test
    void onlyTheOwnerGetsHoldOfAnOwnedCase() {
        Case owned = Cases.queued().in(new CaseState.Claimed(ANA, NOW));

        assertThat(owned.ownedBy(new Agent("a-1", "Ana with a new name"))).isEqualTo(owned.state());
        assertThatThrownBy(() -> owned.ownedBy(BEN))
                .isInstanceOfSatisfying(
                        CaseRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.OwnedByOther(ANA)));
    }

    @Test
    void aQueuedCaseHasToBeClaimedFirst() {
        assertThatThrownBy(() -> Cases.queued().ownedBy(ANA))
                .isInstanceOfSatisfying(
                        CaseRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.NotClaimed()));
    }

    @Test
    void aResolvedCaseRemembersWhoResolvedIt() {
        Case resolved = Cases.queued().in(new CaseState.Resolved(RESOLUTION));

        assertThat(resolved.owner()).contains(ANA);
        assertThat(resolved.state().isOpen()).isFalse();
        assertThatThrownBy(() -> resolved.ownedBy(ANA))
                .isInstanceOfSatisfying(
                        CaseRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.AlreadyResolved()));
    }

    enum Deed {
        CLAIM,
        RELEASE,
        STEP,
        RESOLVE
    }

    @Property
    void whateverAgentsTryAnOwnerWorksAloneAndAResolvedCaseStaysResolved(@ForAll("deeds") List<Attempt> attempts) {
        Case item = Cases.queued();
        for (Attempt attempt : attempts) {
            Case before = item;
            item = attempt.on(before);

            boolean allowed = !item.equals(before);
            if (allowed && attempt.deed() != Deed.CLAIM) {
                assertThat(before.owner()).contains(attempt.agent());
            }
            if (!before.state().isOpen()) {
                assertThat(allowed).isFalse();
            }
            if (item.state() instanceof CaseState.Resolved) {
                assertThat(item.progress().steps()).isPositive();
            }
            assertThat(item.version()).isEqualTo(before.version() + (allowed ? 1 : 0));
            assertThat(item.owner().isEmpty()).isEqualTo(item.state() instanceof CaseState.Queued);
        }
    }

    record Attempt(Agent agent, Deed deed) {
        Case on(Case item) {
            try {
                return switch (deed) {
                    case CLAIM ->
                        item.state() instanceof CaseState.Queued queued
                                ? item.in(queued.claim(agent, NOW)).next()
                                : item;
                    case RELEASE -> item.in(item.ownedBy(agent).release()).next();
                    case STEP -> item.stepped(item.ownedBy(agent)).next();
                    case RESOLVE ->
                        item.in(item.ownedBy(agent)
                                        .resolve(
                                                new Resolution(RootCause.OTHER, "Done", null, agent, NOW),
                                                item.progress().steps()))
                                .next();
                };
            } catch (CaseRefusedException refused) {
                return item;
            }
        }
    }

    @Provide
    Arbitrary<List<Attempt>> deeds() {
        Arbitrary<Agent> agents = Arbitraries.of(ANA, BEN);
        Arbitrary<Deed> deeds = Arbitraries.of(Deed.class);
        return agents.flatMap(agent -> deeds.map(deed -> new Attempt(agent, deed)))
                .list()
                .ofMaxSize(40);
    }
}
