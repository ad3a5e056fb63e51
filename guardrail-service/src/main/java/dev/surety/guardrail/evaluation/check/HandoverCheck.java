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
 * Does the customer ask for a human being in so many words? It reads what the customer wrote since the bot last spoke.
 * Questions about people ("can my wife speak to the driver") and wishes not to be called do not count. A wish that is
 * only implied ("this is getting nowhere") is not recognised.
 */
public final class HandoverCheck implements Check {
    private final PhraseRules rules = PhraseRules.load(
            List.of("handover/en/person.phrases", "handover/de/person.phrases", "handover/fr/person.phrases"));

    @Override
    public String name() {
        return "handover";
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
        return Map.of("asked", ValueType.FLAG);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence evidence = CustomerWords.examine(name(), rules, exchange);
        return new CheckResult(
                evidence.strongest(),
                evidence.findings(),
                Map.of("asked", evidence.strongest() >= CustomerWords.LIKELY));
    }
}
