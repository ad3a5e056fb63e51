package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Reference.Part;
import dev.surety.guardrail.evaluation.check.RuleSwaps.Stale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsCheckTest {
    private static final TermsCheck CHECK = new TermsCheck();
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);
    private static final List<Stale> STALE = RuleSwaps.stale();

    private static final Reference PRICES = document(
            part("old-giro", "The Giro account costs €3.90 per month.", null, CHANGE.minusDays(1)),
            part("giro", "The Giro account costs €4.90 per month.", CHANGE, null),
            part("next-giro", "The Giro account costs €5.90 per month.", LocalDate.of(2027, 1, 1), null),
            part("notice", "The account can be closed at any time without notice.", null, null));

    @Test
    void confirmsWhatATermOfTodaySays() {
        CheckResult result = examine("The Giro account costs 4.90 euros per month.", PRICES);

        assertThat(result.values())
                .containsEntry("parts", 2L)
                .containsEntry("confirmed", 1L)
                .containsEntry("contradicted", 0L)
                .containsEntry("stale", 0L);
    }

    @Test
    void findsAContradictionWithATermOfTodayWhateverWasRetrieved() {
        CheckResult result = examine("The Giro account costs 7.50 euros per month.", PRICES);

        assertThat(result.values()).containsEntry("contradicted", 1L).containsEntry("stale", 0L);
        assertThat(result.findings())
                .filteredOn(finding -> finding.category().equals("terms.contradicted"))
                .extracting(Finding::basis)
                .singleElement()
                .satisfies(basis -> assertThat(basis.path()).isEqualTo("references[giro@3].parts[giro].text"))
                .satisfies(basis -> assertThat(basis.compared()).isEqualTo("value"));
    }

    @Test
    void knowsASupersededTermAndOneThatIsYetToCome() {
        assertThat(examine("The Giro account costs €3.90 per month.", PRICES).values())
                .containsEntry("stale", 1L);
        assertThat(examine("The Giro account costs €5.90 per month.", PRICES).values())
                .containsEntry("stale", 1L);
    }

    @Test
    void leavesAloneWhatTheTermsDoNotSpeakOf() {
        CheckResult result = examine("Our branch in Leeds opens at 9 am.", PRICES);

        assertThat(result.values()).containsEntry("contradicted", 0L).containsEntry("stale", 0L);
    }

    @Test
    void hasNothingToSayWithoutDocuments() {
        CheckResult result =
                CHECK.examine(Samples.answers("The Giro account costs €3.90.", "?", List.of()), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("parts", 0L).containsEntry("contradicted", 0L);
    }

    @Test
    void thereAreTwoHundredStaleAnswersInThreeLanguages() {
        assertThat(STALE).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void findsStaleAnswersByTheTermThatReplacedTheirs() {
        assertThat(share(one -> count(examine(one.outdatedAnswer(), versions(one)), "stale") > 0))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void leavesAnswersByTheTermInForceAlone() {
        assertThat(share(one -> {
                    CheckResult result = examine(one.currentAnswer(), versions(one));
                    return count(result, "stale") + count(result, "contradicted") > 0;
                }))
                .isLessThanOrEqualTo(0.02);
    }

    @Test
    void findsAnswersByAPassageThatIsOutOfDate() {
        GroundingCheck grounding = new GroundingCheck();
        assertThat(share(one -> {
                    List<Passage> passages = List.of(
                            new Passage("old", one.outdatedRule(), 900, "kb", false, null, CHANGE.minusDays(1)),
                            new Passage("new", one.currentRule(), 900, "kb", false, CHANGE, null));
                    CheckResult result = grounding.examine(
                            Samples.answers(one.outdatedAnswer(), "?", passages, Map.of()), CheckSettings.NONE);
                    return count(result, "stale") > 0 && count(result, "contradicted") > 0;
                }))
                .isGreaterThanOrEqualTo(0.95);
    }

    private static Reference versions(Stale one) {
        return document(
                part("old", one.outdatedRule(), null, CHANGE.minusDays(1)),
                part("new", one.currentRule(), CHANGE, null));
    }

    private static double share(Function<Stale, Boolean> which) {
        return STALE.stream().filter(which::apply).count() / (double) STALE.size();
    }

    private static long count(CheckResult result, String value) {
        return (long) result.values().get(value);
    }

    private static CheckResult examine(String answer, Reference document) {
        return CHECK.examine(
                Samples.answers(answer, "A question.", List.of()),
                new CheckSettings(Map.of("documents", List.of(document))));
    }

    private static Reference document(Part... parts) {
        return new Reference("terms", "giro", 3, "sha256:" + List.of(parts).hashCode(), List.of(parts));
    }

    private static Part part(String id, String text, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Part(id, text, from, to, Map.of());
    }
}
