package dev.surety.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final Reason REASON = new Reason(
            "d-1",
            new Reason.PolicyVersion("baseline", 1, "sha256:00"),
            "handover.requested",
            "handover",
            "The customer asks for a human.",
            "HUMAN_REQUESTED",
            "score >= threshold",
            900,
            600,
            Map.of(),
            List.of());
    private final Headline headline = new Headline(Map.of("COMPLAINT", "The customer complains."));

    @Test
    void theInstallationsWordsForTheReasonCodeComeFirst() {
        assertThat(headline.of(List.of("UNHEARD_OF", "COMPLAINT"), List.of(REASON)))
                .isEqualTo("The customer complains.");
    }

    @Test
    void anUnknownReasonCodeShowsTheWordsOfTheRule() {
        assertThat(headline.of(List.of("UNHEARD_OF"), List.of(REASON))).isEqualTo("The customer asks for a human.");
    }

    @Test
    void aDecisionWithoutReasonsStillHasAHeadline() {
        assertThat(headline.of(List.of(), List.of())).isEqualTo("The policy asked for a human.");
    }
}
