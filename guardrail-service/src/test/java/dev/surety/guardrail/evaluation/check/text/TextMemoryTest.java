package dev.surety.guardrail.evaluation.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMemoryTest {
    private static final int ARTICLE = 8 * 1024;

    private final List<String> read = new ArrayList<>();
    private final TextMemory<Integer> lengths = new TextMemory<>(text -> {
        read.add(text);
        return text.length();
    });

    @Test
    void readsATextOnce() {
        assertThat(lengths.of("Returns within 30 days.")).isEqualTo(23);
        assertThat(lengths.of("Returns within 30 days.")).isEqualTo(23);

        assertThat(read).hasSize(1);
    }

    @Test
    void forgetsWhatIsUnusedForTheLongestTime() {
        lengths.of(article('a'));
        lengths.of(article('b'));
        for (int i = 0; i < 62; i++) {
            lengths.of(article((char) (0x4E00 + i)));
        }
        lengths.of(article('a'));
        lengths.of(article('c'));
        read.clear();

        lengths.of(article('a'));
        lengths.of(article('b'));

        assertThat(read).containsExactly(article('b'));
    }

    @Test
    void doesNotKeepABook() {
        String book = "b".repeat(16 * 1024 + 1);

        assertThat(lengths.of(book)).isEqualTo(16 * 1024 + 1);
        assertThat(lengths.of(book)).isEqualTo(16 * 1024 + 1);

        assertThat(read).hasSize(2);
    }

    private static String article(char letter) {
        return String.valueOf(letter).repeat(ARTICLE);
    }
}
