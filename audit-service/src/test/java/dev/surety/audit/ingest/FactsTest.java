package dev.surety.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    @Test
    void keepsCodesAndNumbers() {
        Facts facts = Facts.builder()
                .code("action", "escalate")
                .number("turn", 3)
                .nested("policy", Facts.builder().code("digest", "sha256:ab").build())
                .build();

        assertThat(facts.values())
                .isEqualTo(Map.of("action", "escalate", "turn", 3L, "policy", Map.of("digest", "sha256:ab")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Muster", "maria@example.org", "", "é", "a\nb", "-starts-with-a-dash"})
    void leavesOutWhatIsNotACode(String text) {
        assertThat(Facts.builder().code("bot", text).build().values()).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooLong() {
        assertThat(Facts.builder().code("bot", "a".repeat(129)).build().values())
                .isEmpty();
    }

    @Test
    void keepsSoManyCodesThatTheLeafStaysSmall() {
        List<String> many = IntStream.range(0, 1_000).mapToObj(i -> "CODE_" + i).toList();

        Map<String, Object> values =
                Facts.builder().codes("reasons", many).build().values();

        assertThat(values).containsEntry("reasons", many.subList(0, 32));
    }

    @Test
    void leavesOutNumbersThatReadersWouldRound() {
        assertThat(Facts.builder().number("sequence", 1L << 53).build().values())
                .isEmpty();
        assertThat(Facts.builder().number("sequence", (1L << 53) - 1).build().values())
                .hasSize(1);
    }
}
