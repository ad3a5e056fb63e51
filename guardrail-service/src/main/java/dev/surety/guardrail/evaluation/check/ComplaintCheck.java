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
 * Does the customer complain, claim damages, or announce a lawyer, a court, a regulator or the press? It reads what the
 * customer wrote since the bot last spoke. A customer who describes a fault or asks how to return something does not
 * complain yet: the kind {@code dissatisfaction} is weak evidence that a policy may leave to the bot. Irony is not
 * recognised.
 */
public final class ComplaintCheck implements Check {
    private final PhraseRules rules = PhraseRules.load(List.of(
            "complaint/en/complaint.phrases", "complaint/de/complaint.phrases", "complaint/fr/complaint.phrases"));

    @Override
    public String name() {
        return "complaint";
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
