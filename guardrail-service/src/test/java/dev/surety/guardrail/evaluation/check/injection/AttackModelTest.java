package dev.surety.guardrail.evaluation.check.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.check.injection.TrainingTexts.Sample;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackModelTest {
    private static final AttackModel MODEL = new AttackModel();
    private static final long OTHER_SEED = 7;

    @Test
    void learnsTheCommittedWeightsAgain() throws IOException {
        assertThat(ModelTraining.learn()).isEqualTo(Files.readString(ModelTraining.FILE));
    }

    @Test
    void tellsTextsOfAnotherSeedApart() {
        // Given
        List<Sample> samples = new TrainingTexts().generate(OTHER_SEED, 2_000);

        // When
        long found = samples.stream()
                .filter(Sample::attack)
                .filter(AttackModelTest::accuses)
                .count();
        long falselyAccused = samples.stream()
                .filter(sample -> !sample.attack())
                .filter(AttackModelTest::accuses)
                .count();

        // Then
        assertThat(found).as("attacks found of 2,000").isGreaterThan(1_400);
        assertThat(falselyAccused).as("honest texts accused of 2,000").isLessThan(40);
    }

    private static boolean accuses(Sample sample) {
        FoldedText text = FoldedText.of(sample.text());
        return !MODEL.examine(text, Words.of(text)).hits().isEmpty();
    }
}
