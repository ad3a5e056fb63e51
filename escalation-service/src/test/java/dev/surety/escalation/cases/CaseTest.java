package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.transcript.Entry;
import dev.surety.escalation.transcript.Speaker;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CaseTest {

    @Test
    void aMoreUrgentReasonMovesTheCaseToItsQueueAndNamesIt() {
        // When
        Case joined = Cases.queued()
                .joinedBy(Cases.escalation(Priority.P1, "care", "DISTRESS", "The customer is in distress."));

        // Then
        assertThat(joined.urgency()).isEqualTo(new Urgency(Priority.P1, "care"));
        assertThat(joined.headline()).isEqualTo("The customer is in distress.");
        assertThat(joined.reasonCodes()).containsExactly("HUMAN_REQUESTED", "DISTRESS");
    }

    @Test
    void aReasonThatIsNoMoreUrgentLeavesTheCaseWhereItIs() {
        // When
        Case joined = Cases.queued().joinedBy(Cases.escalation(Priority.P3, "complaints", "COMPLAINT", "A complaint."));

        // Then
        assertThat(joined.urgency()).isEqualTo(new Urgency(Priority.P3, "tier1"));
        assertThat(joined.headline()).isEqualTo("The customer asked for a human.");
        assertThat(joined.reasonCodes()).containsExactly("HUMAN_REQUESTED", "COMPLAINT");
    }

    @Property
    void thePriorityOnlyRisesWhateverJoins(@ForAll @Size(min = 1, max = 20) List<Priority> priorities) {
        Case item = Cases.queued();
        for (Priority priority : priorities) {
            Priority before = item.urgency().priority();
            item = item.joinedBy(Cases.escalation(priority, "queue-" + priority, "CODE-" + priority, "Because."));
            assertThat(before.isAbove(item.urgency().priority())).isFalse();
        }

        Priority highest = Collections.min(priorities);
        assertThat(item.urgency().priority()).isEqualTo(highest.isAbove(Priority.P3) ? highest : Priority.P3);
        assertThat(item.reasonCodes()).doesNotHaveDuplicates();
    }

    @Test
    void theListShowsTheCustomersLastWordsShortenedBetweenCharacters() {
        // Given
        String words = "x".repeat(279) + "\uD83D\uDE00 and more";

        // When
        Case grown = Cases.queued()
                .grownBy(List.of(
                        entry(1, Speaker.CUSTOMER, "first"),
                        entry(2, Speaker.CUSTOMER, words),
                        entry(3, Speaker.BOT, "answer")));

        // Then
        assertThat(grown.lastCustomerWords()).isEqualTo("x".repeat(279) + "…");
        assertThat(grown.progress().lastSequence()).isEqualTo(3);
    }

    @Test
    void aTurnThatComesLateDoesNotTurnTheCaseBack() {
        assertThat(Cases.queued()
                        .at(Cases.escalation(Priority.P3, "q", "C", "h").exchange())
                        .progress()
                        .lastTurn())
                .isEqualTo(1);
    }

    private static Entry entry(long sequence, Speaker speaker, String content) {
        return new Entry(new UUID(0, sequence), sequence, speaker, null, content, Cases.OPENED, "d-1");
    }
}
