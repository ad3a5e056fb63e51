package dev.surety.guardrail.evaluation.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordMemoryTest {
    private final List<String> learned = new ArrayList<>();
    private final WordMemory<Integer> lengths = new WordMemory<>(word -> {
        learned.add(word);
        return word.length();
    });

    @Test
    void learnsAWordOnce() {
        assertThat(lengths.of("refund")).isEqualTo(6);
        assertThat(lengths.of("refund")).isEqualTo(6);

        assertThat(learned).containsExactly("refund");
    }

    @Test
    void doesNotKeepARunThatIsNoWord() {
        String run = "a".repeat(65);

        assertThat(lengths.of(run)).isEqualTo(65);
        assertThat(lengths.of(run)).isEqualTo(65);

        assertThat(learned).containsExactly(run, run);
    }

    @Test
    void answersAlsoWhenItIsFull() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(lengths.of("w" + i)).isEqualTo(("w" + i).length());
        }

        assertThat(lengths.of("w19999")).isEqualTo(6);
        assertThat(learned).hasSize(20_001).endsWith("w19999");
    }
}
