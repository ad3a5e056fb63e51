package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");

    @Test
    void urgencyBeatsAgeAndAgeDecidesTheRest() {
        Case older = Cases.of(Priority.P2, NOW.minusSeconds(60), new UUID(0, 3));
        Case newer = Cases.of(Priority.P2, NOW, new UUID(0, 1));
        Case urgent = Cases.of(Priority.P1, NOW.plusSeconds(60), new UUID(0, 2));

        assertThat(List.of(newer, older, urgent).stream()
                        .sorted(QueueOrder.MOST_URGENT_THEN_OLDEST)
                        .toList())
                .containsExactly(urgent, older, newer);
    }

    @Property
    void theOrderIsTotalAndPutsNobodyBeforeSomebodyMoreUrgentOrOlder(@ForAll("cases") List<Case> cases) {
        List<Case> queue =
                cases.stream().sorted(QueueOrder.MOST_URGENT_THEN_OLDEST).toList();

        for (int i = 1; i < queue.size(); i++) {
            Case before = queue.get(i - 1);
            Case after = queue.get(i);
            assertThat(after.urgency().priority().isAbove(before.urgency().priority()))
                    .isFalse();
            if (after.urgency().priority() == before.urgency().priority()) {
                assertThat(after.openedAt()).isAfterOrEqualTo(before.openedAt());
            }
            boolean same = before.id().equals(after.id())
                    && before.openedAt().equals(after.openedAt())
                    && before.urgency().equals(after.urgency());
            assertThat(QueueOrder.MOST_URGENT_THEN_OLDEST.compare(before, after) == 0)
                    .isEqualTo(same);
        }
    }

    @Property
    void aCursorComesBackAsItWentOut(@ForAll("cases") List<Case> cases) {
        for (Case item : cases) {
            PageCursor cursor = PageCursor.behind(item);

            assertThat(PageCursor.read(cursor.text(), ListKind.OPEN)).contains(cursor);
            assertThat(PageCursor.read(cursor.text(), ListKind.RESOLVED)).isEmpty();
        }
    }

    @Property
    void noTextBreaksTheCursor(@ForAll String text, @ForAll ListKind kind) {
        Optional<PageCursor> cursor = PageCursor.read(text, kind);

        assertThat(cursor).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dTo5OjE6MDE5M2E1ZDItN2ExYy03YzNlLTlkMGItMGY1YzZkN2U4Zjkw",
                "dTowOjE6MDE5M2E1ZDItN2ExYy03YzNlLTlkMGItMGY1YzZkN2U4Zjkw",
                "dToxOjkyMjMzNzIwMzY4NTQ3NzU4MDc6MDE5M2E1ZDItN2ExYy03YzNlLTlkMGItMGY1YzZkN2U4Zjkw",
                "dToxOi0xOjAxOTNhNWQyLTdhMWMtN2MzZS05ZDBiLTBmNWM2ZDdlOGY5MA",
                "dToxOjE6bm8tdXVpZA",
            })
    void aCursorThatNobodyMadeIsNone(String text) {
        assertThat(PageCursor.read(text, ListKind.QUEUED)).isEmpty();
    }

    /** Few distinct values, so that ties are common. */
    @Provide
    Arbitrary<List<Case>> cases() {
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 3).map(micros -> NOW.plusNanos(micros * 1_000));
        Arbitrary<UUID> ids = Arbitraries.of(
                new UUID(0, 1), new UUID(0, -1), new UUID(-1, 0), new UUID(1, 0), new UUID(Long.MIN_VALUE, 7));
        return Combinators.combine(Arbitraries.of(Priority.class), times, ids)
                .as(Cases::of)
                .list()
                .ofMaxSize(20);
    }
}
