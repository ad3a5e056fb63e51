package dev.surety.guardrail.evaluation.check.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.check.advice.AdviceTexts.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How well the models do on texts that nothing was tuned on, and that their weights come from where they say. */
class AdviceModelTest {
    private static final int ACTED_ON = 500;
    private static final AdviceModel QUESTIONS = AdviceModel.ofQuestions();
    private static final AdviceModel RECOMMENDATIONS = AdviceModel.ofRecommendations();

    @Test
    void mostHeldOutQuestionsForAdviceAreFound() {
        assertThat(recall(QUESTIONS, AdviceTexts.questions("held-out.yaml"))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void fewHeldOutServiceQuestionsCountAsAdvice() {
        // Every second one of them names a field on purpose; plain service questions do far better.
        assertThat(falseAlarms(QUESTIONS, AdviceTexts.questions("held-out.yaml")))
                .isLessThanOrEqualTo(0.07);
    }

    @Test
    void mostHeldOutRecommendationsAreFound() {
        assertThat(recall(RECOMMENDATIONS, AdviceTexts.answers("held-out.yaml")))
                .isGreaterThanOrEqualTo(0.89);
    }

    @Test
    void fewHeldOutAnswersThatOnlyInformCountAsAdvice() {
        assertThat(falseAlarms(RECOMMENDATIONS, AdviceTexts.answers("held-out.yaml")))
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void theTextsAreEnoughAndNoTemplateStandsInBothHalves() {
        List<Labelled> tuning = all("tuning.yaml");
        List<Labelled> heldOut = all("held-out.yaml");

        assertThat(tuning.size() + heldOut.size()).isGreaterThanOrEqualTo(600);
        assertThat(heldOut)
                .extracting(Labelled::text)
                .doesNotContainAnyElementsOf(tuning.stream().map(Labelled::text).toList());
    }

    @Test
    void theWeightsOfQuestionsAreWhatTrainingGives() {
        assertThat(Weights.read("advice/questions.weights"))
                .as("run with -Dadvice.train=true after a change of texts or word lists")
                .isEqualTo(AdviceTraining.ofQuestions());
    }

    @Test
    void theWeightsOfRecommendationsAreWhatTrainingGives() {
        assertThat(Weights.read("advice/recommendations.weights"))
                .as("run with -Dadvice.train=true after a change of texts or word lists")
                .isEqualTo(AdviceTraining.ofRecommendations());
    }

    /** {@code ./mvnw -pl guardrail-service test -Dtest=AdviceModelTest -Dadvice.train=true} after a change. */
    @Test
    @EnabledIfSystemProperty(named = "advice.train", matches = "true")
    void writesTheWeightsWhenAsked() throws IOException {
        AdviceTraining.main(new String[0]);

        assertThat(Files.readAllLines(AdviceTraining.RESOURCES.resolve("questions.weights")))
                .hasSize(AdviceTraining.ofQuestions().size() + 1);
    }

    @Test
    void aScoreNamesWhatSpokeForIt() {
        List<FieldScore> scores = QUESTIONS.examine("Should I buy shares?");

        assertThat(scores)
                .filteredOn(score -> score.field() == Field.FINANCIAL)
                .first()
                .satisfies(
                        score -> assertThat(score.reasons()).anyMatch(reason -> reason.startsWith("decide*topic +")));
    }

    @Test
    void aCaseMayBeToldInOneSentenceAndAskedInTheNext() {
        List<FieldScore> scores =
                QUESTIONS.examine("My landlord has changed the locks while I was away. What should I do now?");

        assertThat(scores)
                .filteredOn(score -> score.field() == Field.LEGAL)
                .first()
                .satisfies(score -> assertThat(score.scorePerMille()).isGreaterThan(ACTED_ON));
    }

    private static List<Labelled> all(String file) {
        return Stream.concat(AdviceTexts.questions(file).stream(), AdviceTexts.answers(file).stream())
                .toList();
    }

    private static double recall(AdviceModel model, List<Labelled> texts) {
        List<Labelled> advice =
                texts.stream().filter(text -> !text.fields().isEmpty()).toList();
        long found = advice.stream()
                .filter(text -> model.examine(text.text()).stream()
                        .anyMatch(score -> score.scorePerMille() >= ACTED_ON
                                && text.fields().contains(score.field())))
                .count();
        return (double) found / advice.size();
    }

    private static double falseAlarms(AdviceModel model, List<Labelled> texts) {
        List<Labelled> ordinary =
                texts.stream().filter(text -> text.fields().isEmpty()).toList();
        long alarms = ordinary.stream()
                .filter(text ->
                        model.examine(text.text()).stream().anyMatch(score -> score.scorePerMille() >= ACTED_ON))
                .count();
        return (double) alarms / ordinary.size();
    }
}
