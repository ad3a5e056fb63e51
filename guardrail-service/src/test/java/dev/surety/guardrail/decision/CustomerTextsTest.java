package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.Exchanges;
import dev.surety.guardrail.testing.FakeCheck;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same message for everybody, in the words of each audience, channel and language, with the policy's values. */
class CustomerTextsTest {
    private static final FakeCheck WORDS = FakeCheck.words(900, "help", "care", "price");
    private static final String POLICY = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 4, languages: [en, de]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks: {words: {use: words@3}}
            rules:
              - id: words.help
                stage: [output]
                when: "'words.help' in checks.words.kinds"
                then: [{action: escalate, queue: tier1, priority: P3, template: handover}]
                reasonCode: HELP
                message: A word.
              - id: words.care
                stage: [output]
                when: "'words.care' in checks.words.kinds"
                then: [{action: escalate, queue: care, priority: P1, template: handover}]
                reasonCode: CARE
                message: A word.
              - id: words.price
                stage: [output]
                when: "'words.price' in checks.words.kinds"
                then: [{action: replace, template: sorry}]
                reasonCode: PRICE
                message: A word.
            audiences:
              - {name: retail, when: "attributes['segment'] == 'retail' && conversation.channel == 'app'"}
              - {name: never, when: "attributes['absent'] == 'x'"}
            templates:
              variables:
                team: {queue: {tier1: {en: our team, de: unser Team}, care: {en: "our {kind} team", de: das Hilfsteam}}}
                fee: {money: {amount: 1234.5, currency: EUR}}
                since: {date: 2026-03-01}
                days: {number: 14}
              replies:
                handover:
                  default: {en: "{team} answers.", de: "{team} antwortet."}
                  sms: {en: "{team}: soon."}
                  audiences: {retail: {default: {en: "Dear customer, {team} answers."}}, never: {default: {en: Never.}}}
                sorry: {default: {en: "{fee} since {since}, {days} days, {{sic}}.", de: "{fee} seit {since}."}}
            """;
    private static final Policy COMPILED = compile();

    @Test
    void namesTheQueueInTheWordsOfThePolicyAndReadsNoVariableInThem() {
        assertThat(said(Exchanges.answer("help"))).isEqualTo("our team answers.");
        assertThat(said(Exchanges.answer("care"))).isEqualTo("our {kind} team answers.");
        assertThat(said(Exchanges.answer("help", "sms", Locale.UK))).isEqualTo("our team: soon.");
        assertThat(said(Exchanges.answer("help", "sms", Locale.GERMANY))).isEqualTo("unser Team antwortet.");
    }

    @Test
    void writesMoneyDaysAndNumbersAsTheLanguageDoes() {
        assertThat(said(Exchanges.answer("price"))).isEqualTo("€1,234.50 since March 1, 2026, 14 days, {sic}.");
        assertThat(said(Exchanges.answer("price", "chat", Locale.GERMANY)))
                .isEqualTo("1.234,50\u00a0€ seit 1. März 2026.");
    }

    @Test
    void speaksToAnAudienceInItsOwnWordsAndToAllOthersAsToEverybody() {
        assertThat(said(Exchanges.answer("help", "app", Locale.UK))).isEqualTo("Dear customer, our team answers.");
        assertThat(said(Exchanges.answer("help", "app", Locale.GERMANY))).isEqualTo("unser Team antwortet.");
    }

    private static String said(Exchange exchange) {
        return new Evaluator(FakeCheck.catalogue(WORDS), (check, failure) -> {
                    throw new AssertionError(check, failure);
                })
                .evaluate(exchange, COMPILED)
                .delivered()
                .text();
    }

    private static Policy compile() {
        try {
            return new PolicyCompiler(FakeCheck.catalogue(WORDS), new CelConditionEngine())
                    .compile(new PolicySource("policy.yaml", POLICY));
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }
}
