package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Reference.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeCheckTest {
    private static final ScopeCheck CHECK = new ScopeCheck();
    private static final CheckSettings INTENTS = new CheckSettings(Map.of("intents", List.of(intents())));
    private static final int STRANGE = 950;

    private static Reference intents() {
        return new Reference(
                "intents",
                "shop",
                1,
                "sha256:test",
                List.of(
                        part("refund", Map.of(), """
                                I want my money back for this order
                                How do I get a refund?
                                When will my refund arrive?
                                Can I return the shoes and get the money back?
                                Ich möchte mein Geld zurück
                                Wann kommt meine Rückerstattung?
                                """),
                        part("delivery", Map.of(), """
                                Where is my parcel?
                                When will my order be delivered?
                                The delivery is late, where is it?
                                Can you deliver to another address?
                                Wo ist mein Paket?
                                Wann wird meine Bestellung geliefert?
                                """),
                        part("size-advice", Map.of("intent", "sizes"), """
                                Which size do I need?
                                Do the shoes run small?
                                What size fits a foot of 27 cm?
                                """),
                        part("wholesale", Map.of("scope", "out"), """
                                I want to buy a thousand pairs for my shop
                                Do you offer wholesale prices for retailers?
                                """)));
    }

    private static Part part(String id, Map<String, String> labels, String text) {
        return new Part(id, text, null, null, labels);
    }

    @ParameterizedTest
    @CsvSource({
        "I would like a refund for my order, refund",
        "when will the parcel be delivered, delivery",
        "Wann wird mein Paket geliefert?, delivery",
        "do these shoes run small or large, sizes"
    })
    void namesTheNearestIntent(String says, String intent) {
        CheckResult result = CHECK.examine(Samples.says(says), INTENTS);

        assertThat(result.values())
                .containsEntry("judged", true)
                .containsEntry("intent", intent)
                .containsEntry("excluded", false);
        assertThat(result.scorePerMille()).isLessThan(STRANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write a poem about the moon in spring",
                "Who won the football championship in 1998?",
                "Explain quantum entanglement like I'm five",
                "Schreib mir bitte ein Gedicht über den Herbst"
            })
    void whatNoExampleResemblesIsStrange(String says) {
        CheckResult result = CHECK.examine(Samples.says(says), INTENTS);

        assertThat(result.scorePerMille()).isGreaterThanOrEqualTo(STRANGE);
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.category()).isEqualTo("scope.outside"));
    }

    @Test
    void anExampleOfWhatTheBotIsNotForCountsAgainstIt() {
        CheckResult result = CHECK.examine(Samples.says("Do you have wholesale prices for retailers?"), INTENTS);

        assertThat(result.values()).containsEntry("excluded", true).containsEntry("example", "wholesale#2");
        assertThat(result.scorePerMille()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks", "yes please", "12345", ""})
    void shortMessagesAreNotJudged(String says) {
        assertThat(CHECK.examine(Samples.says(says), INTENTS).values()).containsEntry("judged", false);
    }

    @Test
    void withoutIntentsNothingIsSaid() {
        CheckResult result = CHECK.examine(Samples.says("Write a poem about the moon in spring"), CheckSettings.NONE);

        assertThat(result.scorePerMille()).isZero();
        assertThat(result.findings()).isEmpty();
        assertThat(result.values()).containsEntry("judged", false);
    }
}
