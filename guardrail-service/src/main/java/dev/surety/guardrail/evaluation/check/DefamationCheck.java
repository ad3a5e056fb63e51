package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.defamation.Claims;
import dev.surety.guardrail.evaluation.check.defamation.Claims.Claim;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Harmful claims of fact (crime, fraud, insolvency, incompetence, disease, immorality, suspicion) about persons and
 * companies that the answer names, unless a cited passage says the same of the same name; and, apart from that,
 * customers who want somebody run down. Whether a claim is true, and whether it is defamation in the sense of a law,
 * is for people to decide: these are routing rules. Irony, hints and names in lower case are missed.
 */
public final class DefamationCheck implements Check {
    private final Claims claims = new Claims();
    private final PhraseRules requests = PhraseRules.load(Stream.of("en", "de", "fr")
            .map(language -> "defamation/" + language + "/requests.phrases")
            .toList());

    @Override
    public String name() {
        return "defamation";
    }

    @Override
    public int version() {
        return 2;
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
        return Map.of("kinds", ValueType.TEXTS, "unsourced", ValueType.INTEGER, "requested", ValueType.DECIMAL);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return new Reach.Sentence(Claims.READ_BEFORE, 0, false);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence requested = new Evidence(name());
        for (NamedText text : exchange.latestCustomerTexts()) {
            requested.add(text.path(), requests.match(Words.of(text.content())));
        }
        List<Claim> unsourced = unsourced(exchange);
        List<Finding> findings = switch (exchange.stage()) {
            case INPUT -> requested.findings();
            case OUTPUT -> unsourced.stream().map(this::finding).toList();
        };
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "kinds", unsourced.stream().map(Claim::kind).distinct().toList(),
                        "unsourced", (long) unsourced.size(),
                        "requested", PerMille.decimal(requested.strongest())));
    }

    private List<Claim> unsourced(Exchange exchange) {
        return exchange.stage() == Stage.OUTPUT
                ? exchange.texts().stream()
                        .flatMap(text -> claims.unsourced(text.content(), exchange.citedPassages()).stream())
                        .toList()
                : List.of();
    }

    private Finding finding(Claim claim) {
        return new Finding(
                name() + "." + claim.kind(), Exchange.RESPONSE_PATH, claim.start(), claim.end(), claim.scorePerMille());
    }
}
