package dev.surety.guardrail.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.policy.ConditionEngine.Compilation;
import dev.surety.guardrail.policy.ConditionEngine.Compiled;
import dev.surety.guardrail.policy.ConditionEngine.Compiler;
import dev.surety.guardrail.policy.ConditionEngine.Refused;
import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.ExpressionException;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionEngineTest {
    private static final Compiler COMPILER = new CelConditionEngine()
            .over(new Vocabulary(Map.of(
                    "checks.pii.count", VariableType.INTEGER,
                    "checks.pii.score", VariableType.DECIMAL,
                    "checks.pii.kinds", VariableType.TEXTS,
                    "checks.pii.findings", VariableType.FINDINGS,
                    "attributes", VariableType.TEXTS_BY_NAME,
                    "conversation.channel", VariableType.TEXT)));
    private static final Map<String, Object> VALUES = Map.of(
            "checks.pii.count",
            2L,
            "checks.pii.score",
            0.9,
            "checks.pii.kinds",
            List.of("iban", "card"),
            "checks.pii.findings",
            List.of(Map.of("category", "pii.iban", "score", 0.9)),
            "attributes",
            Map.of("segment", "retail"),
            "conversation.channel",
            "sms");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "checks.pii.count > 1                                                 ; true",
                "checks.pii.count > 2                                                 ; false",
                "checks.pii.score >= 0.9 && conversation.channel == 'sms'             ; true",
                "'iban' in checks.pii.kinds                                           ; true",
                "checks.pii.findings.exists(f, f.category == 'pii.iban')              ; true",
                "checks.pii.findings.all(f, f.score > 0.95)                           ; false",
                "attributes['segment'] == 'retail'                                    ; true",
                "'vulnerable' in attributes && attributes['vulnerable'] == 'yes'      ; false",
                "attributes['missing'] == 'x' || checks.pii.count == 2                ; true",
                "conversation.channel.matches('^s.s$')                                ; true"
            })
    void evaluates(String source, boolean expected) {
        assertThat(condition(source).evaluate(VALUES::get)).isEqualTo(expected);
    }

    @Test
    void listsItsInputsInTheOrderOfTheTextEachOnce() {
        Expression<Boolean> condition =
                condition("conversation.channel == 'sms' ? checks.pii.score > 0.5 : checks.pii.count > 0 && "
                        + "checks.pii.findings.exists(f, f.score > checks.pii.score)");

        assertThat(condition.inputs())
                .containsExactly("conversation.channel", "checks.pii.score", "checks.pii.count", "checks.pii.findings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"attributes['missing'] == 'x'", "10 / (checks.pii.count - 2) > 1", "checks.pii.kinds[7] == 'x'"})
    void saysThatThereIsNoValueWithoutQuotingWhatItSaw(String source) {
        Expression<Boolean> condition = condition(source);

        assertThatThrownBy(() -> condition.evaluate(VALUES::get))
                .isInstanceOf(ExpressionException.class)
                .hasMessageNotContaining("retail")
                .hasMessageNotContaining("iban");
    }

    @Test
    void hasNoValueWhenACheckDidNotAnswer() {
        Expression<Boolean> condition = condition("checks.pii.count > 1");

        assertThatThrownBy(() -> condition.evaluate(name -> null)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void keepsScoresAndConditionsApart() {
        assertThat(COMPILER.score("checks.pii.score")).isInstanceOf(Compiled.class);
        assertThat(COMPILER.score("checks.pii.count")).isInstanceOf(Refused.class);
        assertThat(COMPILER.condition("checks.pii.score")).isInstanceOf(Refused.class);
    }

    @Test
    void matchesPatternsInLinearTime() {
        // Given a pattern and a text on which a backtracking engine would not end in a lifetime
        Expression<Boolean> condition = condition("attributes['text'].matches('^(a+)+$')");
        Map<String, String> attributes = Map.of("text", "a".repeat(20_000) + "!");

        // When
        boolean matched = condition.evaluate(name -> attributes);

        // Then
        assertThat(matched).isFalse();
    }

    @Test
    void isSafeForSeveralThreadsAtOnce() {
        Expression<Boolean> condition = condition("checks.pii.findings.exists(f, f.score * 10.0 > checks.pii.score)"
                + " && checks.pii.count == 7 && attributes['segment'] == 'retail'");

        boolean wrong = IntStream.range(0, 20_000).parallel().anyMatch(i -> {
            boolean expected = i % 2 == 0;
            return condition.evaluate(name -> name.equals("checks.pii.count") ? (expected ? 7L : 8L) : VALUES.get(name))
                    != expected;
        });

        assertThat(wrong).isFalse();
    }

    private static Expression<Boolean> condition(String source) {
        Compilation<Boolean> compilation = COMPILER.condition(source);
        assertThat(compilation).as(compilation.toString()).isInstanceOf(Compiled.class);
        return ((Compiled<Boolean>) compilation).expression();
    }
}
