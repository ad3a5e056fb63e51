package dev.surety.guardrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated.Branch;
import dev.surety.contracts.interaction.ExchangeEvaluated.Input;
import dev.surety.contracts.interaction.ExchangeEvaluated.Reasoning;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {
    private static final Branch ALWAYS = new Branch(null, Action.ESCALATE);

    private final Counterfactuals counterfactuals = new Counterfactuals(new CelConditionEngine());

    @Test
    void findsTheScoreBelowWhichTheExchangeWouldHavePassed() {
        assertThat(sentences("score >= 0.7", new Input("score", "decimal", "0.86")))
                .containsExactly("Would have passed at score < 0.7; was 0.86.");
    }

    @Test
    void findsTheScoreAboveWhichItWouldHavePassed() {
        assertThat(sentences("score < 0.35", new Input("score", "decimal", "0.2")))
                .containsExactly("Would have passed at score > 0.349; was 0.2.");
    }

    @Test
    void findsTheThresholdThatWouldHaveLetItPass() {
        assertThat(sentences(
                        "score >= threshold",
                        new Input("score", "decimal", "0.86"),
                        new Input("threshold", "decimal", "0.7")))
                .containsExactly(
                        "Would have passed at score < 0.7; was 0.86.",
                        "Would have passed at the threshold > 0.86; was 0.7.");
    }

    @Test
    void looksAtEveryConsequenceAndNotOnlyAtTheOneThatWasTaken() {
        Reasoning reasoning = new Reasoning(
                "score >= 0.5",
                List.of(new Branch("score >= 0.8", Action.BLOCK), new Branch(null, Action.REPLACE)),
                0,
                List.of(new Input("score", "decimal", "0.9")));

        assertThat(counterfactuals.of(reasoning)).containsExactly(new Counterfactual("score", "0.9", "at score < 0.5"));
    }

    @Test
    void takesAnAllowingConsequenceForPassing() {
        Reasoning reasoning = new Reasoning(
                "true",
                List.of(new Branch("checks.pii.count > 2", Action.BLOCK), new Branch(null, Action.ALLOW)),
                0,
                List.of(new Input("checks.pii.count", "integer", "5")));

        assertThat(counterfactuals.of(reasoning))
                .containsExactly(new Counterfactual("checks.pii.count", "5", "at checks.pii.count < 3"));
    }

    @Test
    void findsTheTextTheFlagAndTheMemberThatMadeTheDifference() {
        assertThat(sentences(
                        "conversation.jurisdiction in ['GB', 'IE'] && conversation.botHasSpoken"
                                + " && 'legal' in checks.complaint.kinds && !('marketing' in customer.consents)",
                        new Input("conversation.jurisdiction", "text", "\"GB\""),
                        new Input("conversation.botHasSpoken", "flag", "true"),
                        new Input("checks.complaint.kinds", "texts", "[\"legal\",\"angry\"]"),
                        new Input("customer.consents", "texts", "[]")))
                .containsExactly(
                        "Would have passed if conversation.jurisdiction were not 'GB'; was 'GB'.",
                        "Would have passed if conversation.botHasSpoken were false; was true.",
                        "Would have passed if 'legal' were not in checks.complaint.kinds; was [legal, angry].",
                        "Would have passed if 'marketing' were in customer.consents; was [].");
    }

    @Test
    void namesTheTextThatWouldHaveBeenNeeded() {
        assertThat(sentences("conversation.channel != 'voice'", new Input("conversation.channel", "text", "\"chat\"")))
                .containsExactly("Would have passed if conversation.channel were 'voice'; was 'chat'.");
    }

    @Test
    void looksIntoMapsAndFindings() {
        assertThat(sentences(
                        "checks.advice.given.medical >= 0.5 && attributes['segment'] == 'retail'"
                                + " && checks.pii.findings.exists(f, f.category == 'pii.iban')",
                        new Input("checks.advice.given", "decimals-by-name", "{\"legal\":0.9,\"medical\":0.6}"),
                        new Input("attributes", "texts-by-name", "{\"segment\":\"retail\"}"),
                        new Input(
                                "checks.pii.findings",
                                "findings",
                                "[{\"category\":\"pii.iban\",\"path\":\"p\",\"start\":1,\"end\":2,\"score\":0.9}]")))
                .containsExactly(
                        "Would have passed at checks.advice.given['medical'] < 0.5; was 0.6.",
                        "Would have passed if attributes['segment'] were not 'retail'; was 'retail'.",
                        "Would have passed if 'pii.iban' were not in checks.pii.findings; was [pii.iban].");
    }

    @Test
    void saysNothingWhereNoSingleChangeWouldHaveSufficed() {
        assertThat(sentences(
                        "score >= 0.7 || conversation.turn > 3",
                        new Input("score", "decimal", "0.9"),
                        new Input("conversation.turn", "integer", "5")))
                .isEmpty();
    }

    @Test
    void saysNothingWhereTheRecordDoesNotLeadToTheSameResultAgain() {
        assertThat(sentences("score >= 0.7", new Input("score", "decimal", "0.1")))
                .isEmpty();
        assertThat(sentences("score >=", new Input("score", "decimal", "0.9"))).isEmpty();
        assertThat(sentences("score >= 0.7", new Input("score", "unheard-of", "0.9")))
                .isEmpty();
    }

    private List<String> sentences(String when, Input... inputs) {
        return counterfactuals.of(new Reasoning(when, List.of(ALWAYS), 0, List.of(inputs))).stream()
                .map(Counterfactual::sentence)
                .toList();
    }
}
