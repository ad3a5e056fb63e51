package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Finding.Basis;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader;
import dev.surety.guardrail.evaluation.check.claim.CommonWords;
import dev.surety.guardrail.evaluation.check.grounding.Difference;
import dev.surety.guardrail.evaluation.check.grounding.Reading;
import dev.surety.guardrail.evaluation.check.grounding.TextReader;
import dev.surety.guardrail.evaluation.check.grounding.Verdict;
import dev.surety.guardrail.evaluation.check.grounding.Verdict.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Does the answer say what the company's own terms and price lists say, whatever was retrieved for it? Each statement is
 * held against the parts that hold on the day of the exchange, as {@link GroundingCheck} holds it against passages. A
 * statement that only a part bears out that does not hold that day, because it was superseded or is yet to come, is
 * stale. Statements about which the terms say nothing are left alone. At stage input there is nothing to compare.
 */
public final class TermsCheck implements Check {
    private static final int SURE = 950;

    private final CommonWords common = new CommonWords();
    private final TextReader reader = new TextReader(new ClaimReader(common));

    @Override
    public String name() {
        return "terms";
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
        return Map.of("documents", new Setting.References(Set.of("terms", "price-list")));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "parts", ValueType.INTEGER,
                "confirmed", ValueType.INTEGER,
                "contradicted", ValueType.INTEGER,
                "stale", ValueType.INTEGER);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Reference> documents = settings.references("documents");
        List<Finding> findings = new ArrayList<>();
        int parts = 0;
        if (exchange.stage() == Stage.OUTPUT && !documents.isEmpty()) {
            Reading answer = reader.read(exchange.subject());
            String language = common.language(answer.words());
            for (Reference document : documents) {
                TermsStatements statements = document.derived(
                        TermsStatements.class, reference -> new TermsStatements(reference, reader, common));
                parts += statements.inForce(exchange.day()).size();
                compare(answer, language, document, statements, exchange, findings);
            }
        }
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "parts", (long) parts,
                        "confirmed", count(findings, ".confirmed"),
                        "contradicted", count(findings, ".contradicted"),
                        "stale", count(findings, ".stale")));
    }

    private void compare(
            Reading answer,
            String language,
            Reference document,
            TermsStatements statements,
            Exchange exchange,
            List<Finding> findings) {
        List<Integer> inForce = statements.inForce(exchange.day());
        List<Integer> others = statements.notInForce(exchange.day());
        List<Verdict> today = statements.judge(inForce, language).judge(answer);
        List<Verdict> otherwise = others.isEmpty()
                ? List.of()
                : statements.judge(others, language).judge(answer);
        for (int i = 0; i < today.size(); i++) {
            Verdict verdict = today.get(i);
            switch (verdict.standing()) {
                case SUPPORTED -> findings.add(finding(".confirmed", 0, verdict, document, inForce));
                case UNSUPPORTED -> {}
                case CONTRADICTED -> findings.add(finding(".contradicted", SURE, verdict, document, inForce));
            }
            boolean stale = verdict.standing() != Standing.SUPPORTED
                    && !otherwise.isEmpty()
                    && otherwise.get(i).standing() == Standing.SUPPORTED;
            if (stale) {
                findings.add(finding(".stale", SURE, otherwise.get(i), document, others));
            }
        }
    }

    private Finding finding(String kind, int score, Verdict verdict, Reference document, List<Integer> parts) {
        Difference difference = verdict.difference();
        int start = difference == null ? verdict.start() : difference.start();
        int end = difference == null ? verdict.end() : difference.end();
        if (verdict.source() < 0) {
            return new Finding(name() + kind, Exchange.RESPONSE_PATH, start, end, score);
        }
        String part = document.parts().get(parts.get(verdict.source())).id();
        Basis basis = new Basis(
                "references[" + document.pin() + "].parts[" + part + "].text",
                difference == null ? verdict.sourceStart() : difference.sourceStart(),
                difference == null ? verdict.sourceEnd() : difference.sourceEnd(),
                difference == null ? "statement" : difference.kind().name().toLowerCase(Locale.ROOT));
        return new Finding(name() + kind, Exchange.RESPONSE_PATH, start, end, score, basis);
    }

    private long count(List<Finding> findings, String kind) {
        return findings.stream()
                .filter(finding -> finding.category().equals(name() + kind))
                .count();
    }
}
