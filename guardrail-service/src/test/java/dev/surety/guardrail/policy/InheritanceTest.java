package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a child comes to; what it may not do stands in the cases {@code extends-*}. */
class InheritanceTest {
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(FakeCheck.catalogue(FakeCheck.words(900, "secret")), new CelConditionEngine());
    private static final String CHILD = read("policy.yaml");
    private static final String PARENT = read("house.yaml");

    @Test
    void keepsTheParentsRulesInTheirOrderAndAddsTheChilds() {
        Policy policy = compile(CHILD, PARENT);

        assertThat(policy.rules())
                .extracting(Rule::id, Rule::thresholdPerMille, Rule::enforced)
                .containsExactly(
                        tuple("words.secret", 400, true),
                        tuple("words.weak", 500, true),
                        tuple("words.house", 700, false),
                        tuple("words.own", null, true));
        assertThat(policy.rules().get(1).reasonCode()).isEqualTo("WEAK");
    }

    @Test
    void takesTheChildsDefaultsSettingsAndWordsWhereItGivesAny() {
        Policy policy = compile(CHILD, PARENT);

        assertThat(policy.defaults().stream()).isEqualTo(StreamMode.BUFFER);
        assertThat(policy.defaults().onError()).isEqualTo(OnError.FAIL_CLOSED);
        assertThat(policy.checks().get("words").settings().integer("limit", 0)).isEqualTo(5);
        assertThat(policy.checks().get("words").settings().text("mode", "")).isEqualTo("strict");
        assertThat(policy.checks().get("moreWords").detector()).isEqualTo(new Pin("words", 3));
        assertThat(policy.fallbackText("chat", Locale.UK)).isEqualTo("So sorry.");
        assertThat(policy.templates().has(TemplateKind.DISCLAIMER, "careful")).isTrue();
    }

    @Test
    void saysWhatItRestsOn() {
        Policy policy = compile(CHILD, PARENT);

        assertThat(policy.foundation().parents()).containsOnlyKeys("house@1");
        assertThat(policy.foundation().detectors())
                .containsOnly(entry("words", "words@3"), entry("moreWords", "words@3"));
        assertThat(policy.foundation().document().has("extends")).isFalse();
        assertThat(policy.identity().digest()).isEqualTo(CanonicalJson.digestOf(policy.canonical()));
        assertThat(policy.canonical()).contains("So sorry.").contains("Be careful.");
    }

    @Test
    void hasADigestThatCoversTheParentsMeaningAndNotItsLayout() {
        String digest = compile(CHILD, PARENT).identity().digest();

        assertThat(compile(CHILD, "# a comment\n" + PARENT).identity().digest()).isEqualTo(digest);
        assertThat(compile(CHILD, PARENT.replace("message: The house", "message: This house"))
                        .identity()
                        .digest())
                .isNotEqualTo(digest);
        assertThat(compile(CHILD, PARENT.replace("Be careful.", "Take care."))
                        .identity()
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void extendsTheBaselineThatTheServiceBrings() throws PolicyRefusedException {
        Policy policy = new PolicyCompiler(BaselinePolicy.CHECKS, new CelConditionEngine())
                .compile(new PolicySource("shop.yaml", """
                        apiVersion: surety.dev/v1
                        kind: GuardrailPolicy
                        metadata: {id: shop, version: 1, bots: [shop]}
                        extends: [baseline@1]
                        rules:
                          - {id: pii.payment, threshold: 0.5}
                        """));

        assertThat(policy.rules()).hasSameSizeAs(BaselinePolicy.POLICY.rules());
        assertThat(policy.rules().getFirst().thresholdPerMille()).isEqualTo(500);
        assertThat(policy.fallbackText("chat", Locale.GERMANY)).startsWith("Ich kann gerade nicht antworten");
    }

    private static Policy compile(String child, String parent) {
        try {
            return COMPILER.compile(
                    new PolicySource("policy.yaml", child),
                    COMPILER.library(List.of(new PolicySource("house.yaml", parent))));
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("src/test/resources/policies/extends-tighter", file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
