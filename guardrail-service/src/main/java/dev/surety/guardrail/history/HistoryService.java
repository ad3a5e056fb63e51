package dev.surety.guardrail.history;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.policy.ConditionEngine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Looks decisions up for those who ask afterwards, and explains them. */
@ApplicationScoped
public class HistoryService {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HistoryStore store;
    private final Duration patience;
    private final Sentences sentences = new Sentences();
    private final Counterfactuals counterfactuals;

    HistoryService(HistoryStore store, GuardrailConfig config, ConditionEngine engine) {
        this.store = store;
        this.patience = config.history().patience();
        this.counterfactuals = new Counterfactuals(engine);
    }

    /** The decision, waiting a moment for one that was just made and has not arrived in the history yet. */
    public Optional<PastDecision> find(String tenant, UUID id) {
        long until = System.nanoTime() + patience.toNanos();
        Optional<PastDecision> found = store.find(tenant, id);
        while (found.isEmpty() && System.nanoTime() < until && rested()) {
            found = store.find(tenant, id);
        }
        return found;
    }

    private static boolean rested() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What people said of the decision. */
    public List<Verdict> verdicts(PastDecision decision) {
        return store.verdicts(decision.tenant(), decision.id());
    }

    /** In one sentence, in the first of those languages that there are words in, else in the conversation's. */
    public String sentence(PastDecision decision, List<Locale> preferred) {
        Locale locale = preferred.stream()
                .filter(sentences::speaks)
                .findFirst()
                .orElseGet(() -> Locale.forLanguageTag(decision.setting().locale()));
        return sentences.of(decision, locale);
    }

    public Counterfactuals counterfactuals() {
        return counterfactuals;
    }
}
