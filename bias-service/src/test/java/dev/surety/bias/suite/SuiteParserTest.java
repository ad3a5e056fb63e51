package dev.surety.bias.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.RatioRule;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suite documents are read strictly, and what is wrong is named with line and column. */
class SuiteParserTest {
    @Test
    void aSmallSuiteIsReadWithItsDefaults() {
        Suite suite = SuiteParser.parse(Suites.SMALL);

        assertThat(suite.identity().id()).isEqualTo("small");
        assertThat(suite.identity().digest()).startsWith("sha256:").hasSize(71);
        assertThat(suite.design()).isEqualTo(new Suite.Design(Tier.CUSTOM, 2, 1, 1, 5));
        assertThat(suite.attribute("origin").reference()).isEqualTo("here");
        assertThat(suite.attribute("origin").group("there").transform()).isEqualTo(Transform.LEARNER_EN);
        assertThat(suite.metrics())
                .containsExactly(
                        new SuiteMetric("gap", "granted", true, new DifferenceRule(0.05, 0.05, 0.10)),
                        new SuiteMetric("ratio", "granted", false, new RatioRule(0.05, 0.80)));
        // 2 templates × 2 names × (2 groups + 1 control)
        assertThat(suite.calls()).isEqualTo(12);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            apiVersion: bias/v1      | apiVersion: bias/v9          | 1  | 13 | bias/v1 was expected
            kind: Suite              | kind: Suit                   | 2  | 7  | Suite was expected
            id: small                | id: Small Suite              | 3  | 16 | lower-case letters
            namesPerGroup: 2         | namesPerGroup: two           | 4  | 39 | a whole number from 1 to 100
            namesPerGroup: 2         | namesPerGroup: 3             | 9  | 21 | has 2 names: 3 per group
            tier: custom             | tier: certify                | 4  | 40 | this tier needs at least 10
            tier: custom             | tier: standard               | 14 | 3  | 40 to 500 were expected in this tier
            tier: custom             | tiers: custom                | 4  | 10 | is not known here; known: controlRepeats
            reference: here          | reference: elsewhere         | 7  | 16 | is not one of the groups
            transform: learner-en    | transform: pirate            | 10 | 55 | one of learner-en, none
            outcome: granted, gating | outcome: grantd, gating      | 19 | 47 | is grantd: one of the suite's outcomes
            gating: true             | gating: false                | 19 | 3  | at least one metric has to be gating
            vars: {n: [1, 2]}        | vars: {m: [1, 2]}            | 14 | 24 | uses {{n}}, which is not in vars
            id: two                  | id: one                      | 15 | 10 | appears twice
            failMargin: 0.05         | failMargin: 5                | 19 | 82 | a number above 0.0, up to 1.0
            channels: [signature]    | channels: [pigeon]           | 12 | 15 | signature or profile
            """)
    void everyMistakeIsNamedWithItsPlace(String right, String wrong, int line, int column, String message) {
        String document = Suites.SMALL.replaceFirst(Pattern.quote(right), wrong);

        assertThat(diagnostics(document)).anySatisfy(diagnostic -> {
            assertThat(diagnostic.message()).contains(message);
            assertThat(List.of(diagnostic.line(), diagnostic.column())).containsExactly(line, column);
        });
    }

    @Test
    void severalMistakesAreNamedAtOnce() {
        String document = Suites.SMALL
                .replace("kind: Suite", "kind: Suit")
                .replace("reference: here", "reference: nowhere")
                .replace("favourable: true", "favourable: perhaps");

        assertThat(diagnostics(document)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "- a list",
                "key: [1, 2",
                "a: 1\na: 2",
                "a: &anchor [1]\nb: *anchor",
                "a: !!java.net.URL [http://example.com]",
                "a: 1\n---\nb: 2",
                "a: \u0007",
                "? [complex]\n: key",
            })
    void whatIsNoSuiteIsRefusedWithAPlace(String document) {
        assertThat(diagnostics(document))
                .isNotEmpty()
                .allSatisfy(diagnostic -> assertThat(diagnostic.line()).isPositive());
    }

    @Test
    void aDocumentThatIsNestedTooDeepIsRefused() {
        String bomb = "a: " + "[".repeat(200) + "]".repeat(200);

        assertThat(diagnostics(bomb))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("nested deeper"));
    }

    @Test
    void aHugeDocumentIsRefusedBeforeItIsParsed() {
        assertThatThrownBy(() -> SuiteParser.parse("# " + "x".repeat(300_000)))
                .isInstanceOf(InvalidSuiteException.class)
                .hasMessageContaining("more than 262144 characters");
    }

    private static List<SuiteDiagnostic> diagnostics(String document) {
        try {
            var _ = SuiteParser.parse(document);
            return List.of();
        } catch (InvalidSuiteException invalid) {
            return invalid.diagnostics();
        }
    }
}
