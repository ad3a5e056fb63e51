package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Is the customer in a situation that a bot must not handle alone: thoughts of self-harm, panic or violence, a death in
 * the family, or hardship? It reads what the customer wrote since the bot last spoke. Everyday exaggeration ("this app
 * is killing me") does not count. It is no medical or psychological assessment, and what is only hinted at is missed.
 */
public final class DistressCheck implements Check {
    private final PhraseRules rules = PhraseRules.load(
            List.of("distress/en/distress.phrases", "distress/de/distress.phrases", "distress/fr/distress.phrases"));

    @Override
    public String name() {
        return "distress";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.ENGLISH_GERMAN_FRENCH;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of("kinds", ValueType.TEXTS);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence evidence = CustomerWords.examine(name(), rules, exchange);
        return new CheckResult(
                evidence.strongest(), evidence.findings(), Map.of("kinds", CustomerWords.likelyKinds(evidence)));
    }
}
