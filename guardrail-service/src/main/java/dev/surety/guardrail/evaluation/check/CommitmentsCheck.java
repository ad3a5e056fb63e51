package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.commitment.Promise;
import dev.surety.guardrail.evaluation.check.commitment.PromiseReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the bot promises in the company's name: a refund, credit, discount, replacement, waiver, call-back, deadline or
 * guarantee, with amount and due date where the same sentence says them. What may happen, what depends on a condition
 * and what only reports the rules ("our policy allows refunds within 30 days") is no promise; nor is a question. At
 * stage input nothing is promised.
 */
public final class CommitmentsCheck implements Check {
    private final PromiseReader promises = new PromiseReader();

    @Override
    public String name() {
        return "commitments";
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
        return Map.of(
                "kinds", ValueType.TEXTS,
                "promises", ValueType.TEXTS,
                "amount", ValueType.DECIMAL,
                "amounts", ValueType.DECIMALS_BY_NAME);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Promise> made = exchange.stage() == Stage.OUTPUT ? promises.read(exchange.subject()) : List.of();
        Map<String, Double> amounts = new TreeMap<>();
        for (Promise promise : made) {
            if (promise.amount() != null) {
                amounts.merge(promise.unit(), promise.amount().doubleValue(), Math::max);
            }
        }
        double amount = amounts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("%"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return new CheckResult(
                made.stream().mapToInt(Promise::scorePerMille).max().orElse(0),
                made.stream().map(this::finding).toList(),
                Map.of(
                        "kinds", made.stream().map(Promise::what).distinct().toList(),
                        "promises", made.stream().map(Promise::describe).toList(),
                        "amount", amount,
                        "amounts", Map.copyOf(amounts)),
                made.stream()
                        .map(promise -> promise.asCommitment(finding(promise), exchange.day()))
                        .toList());
    }

    private Finding finding(Promise promise) {
        return new Finding(
                name() + "." + promise.what(),
                Exchange.RESPONSE_PATH,
                promise.start(),
                promise.end(),
                promise.scorePerMille());
    }
}
