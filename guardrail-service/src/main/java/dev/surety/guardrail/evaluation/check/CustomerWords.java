package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.List;

/** Reads what the customer wrote since the bot last spoke; shared by the checks that are about the customer. */
final class CustomerWords {
    /** From this score on, values that are a plain yes or a list of kinds count the evidence; policies may be stricter. */
    static final int LIKELY = 500;

    private CustomerWords() {}

    static Evidence examine(String check, PhraseRules rules, Exchange exchange) {
        Evidence evidence = new Evidence(check);
        for (NamedText text : exchange.latestCustomerTexts()) {
            evidence.add(text.path(), rules.match(Words.of(text.content())));
        }
        return evidence;
    }

    /** The categories whose joint score makes them likely. */
    static List<String> likelyKinds(Evidence evidence) {
        return evidence.categories().stream()
                .filter(category -> evidence.score(category) >= LIKELY)
                .toList();
    }
}
