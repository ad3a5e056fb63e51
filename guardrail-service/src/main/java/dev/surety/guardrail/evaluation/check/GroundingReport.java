package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Finding.Basis;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.claim.Comparison;
import dev.surety.guardrail.evaluation.check.grounding.Difference;
import dev.surety.guardrail.evaluation.check.grounding.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts what was said of an answer's statements and values, and turns it into findings, each place once. */
final class GroundingReport {
    private static final int CONTRADICTED = 950;
    private static final int UNSUPPORTED_VALUE = 600;
    private static final int UNSUPPORTED_STATEMENT = 400;
    private static final int STALE = 950;

    private final String check;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> contradictedPlaces = new HashSet<>();
    private final Map<Verdict.Standing, Long> statements = new EnumMap<>(Verdict.Standing.class);
    private final Map<Comparison.Standing, Long> values = new EnumMap<>(Comparison.Standing.class);
    private long stale;

    GroundingReport(String check) {
        this.check = check;
    }

    /** What was said of the statements; {@code pathOf} names the source with a number. */
    void statements(List<Verdict> verdicts, IntFunction<String> pathOf) {
        for (Verdict verdict : verdicts) {
            statements.merge(verdict.standing(), 1L, Long::sum);
            switch (verdict.standing()) {
                case SUPPORTED -> findings.add(whole(verdict, ".supported", 0, pathOf));
                case UNSUPPORTED ->
                    findings.add(whole(verdict, ".unsupported-statement", UNSUPPORTED_STATEMENT, pathOf));
                case CONTRADICTED -> contradiction(verdict, pathOf);
            }
        }
    }

    private void contradiction(Verdict verdict, IntFunction<String> pathOf) {
        Difference difference = verdict.difference();
        if (difference != null && contradictedPlaces.add(place(difference.start(), difference.end()))) {
            findings.add(new Finding(
                    check + ".contradicted",
                    Exchange.RESPONSE_PATH,
                    difference.start(),
                    difference.end(),
                    CONTRADICTED,
                    new Basis(
                            pathOf.apply(verdict.source()),
                            difference.sourceStart(),
                            difference.sourceEnd(),
                            difference.kind().name().toLowerCase(Locale.ROOT))));
        }
        findings.add(whole(verdict, ".contradicted-statement", CONTRADICTED, pathOf));
    }

    private Finding whole(Verdict verdict, String kind, int score, IntFunction<String> pathOf) {
        return new Finding(
                check + kind, Exchange.RESPONSE_PATH, verdict.start(), verdict.end(), score, basis(verdict, pathOf));
    }

    private static @Nullable Basis basis(Verdict verdict, IntFunction<String> pathOf) {
        return verdict.source() < 0
                ? null
                : new Basis(pathOf.apply(verdict.source()), verdict.sourceStart(), verdict.sourceEnd(), "statement");
    }

    /** What was said of the values of the answer. */
    void values(List<Claim> claims, Comparison comparison) {
        for (Claim claim : claims) {
            Comparison.Standing standing = contradictedPlaces.contains(place(claim.start(), claim.end()))
                    ? Comparison.Standing.CONTRADICTED
                    : comparison.judge(claim, claims);
            if (claim.spelled() && standing != Comparison.Standing.CONTRADICTED) {
                continue;
            }
            values.merge(standing, 1L, Long::sum);
            switch (standing) {
                case SUPPORTED, ECHOED -> {}
                case UNSUPPORTED -> findings.add(value(claim, ".unsupported", UNSUPPORTED_VALUE));
                case CONTRADICTED -> {
                    if (contradictedPlaces.add(place(claim.start(), claim.end()))) {
                        findings.add(value(claim, ".contradicted", CONTRADICTED));
                    }
                }
            }
        }
    }

    private Finding value(Claim claim, String kind, int score) {
        return new Finding(check + kind, Exchange.RESPONSE_PATH, claim.start(), claim.end(), score);
    }

    /** Statements that only the {@code outdated} sources bear out, the valid ones not. */
    void stale(List<Verdict> valid, List<Verdict> outdated, IntFunction<String> pathOf) {
        for (int i = 0; i < valid.size(); i++) {
            boolean onlyThere = valid.get(i).standing() != Verdict.Standing.SUPPORTED
                    && outdated.get(i).standing() == Verdict.Standing.SUPPORTED;
            if (onlyThere) {
                stale++;
                findings.add(whole(outdated.get(i), ".stale", STALE, pathOf));
            }
        }
    }

    CheckResult result(int supportRatio, int attributable, boolean comparable) {
        long contradicted = contradictedPlaces.size();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("claims", values.values().stream().mapToLong(Long::longValue).sum());
        result.put("supported", values.getOrDefault(Comparison.Standing.SUPPORTED, 0L));
        result.put("unsupported", values.getOrDefault(Comparison.Standing.UNSUPPORTED, 0L));
        result.put("contradicted", contradicted);
        result.put("echoed", values.getOrDefault(Comparison.Standing.ECHOED, 0L));
        result.put(
                "statements",
                statements.values().stream().mapToLong(Long::longValue).sum());
        result.put("supportedStatements", statements.getOrDefault(Verdict.Standing.SUPPORTED, 0L));
        result.put("unsupportedStatements", statements.getOrDefault(Verdict.Standing.UNSUPPORTED, 0L));
        result.put("contradictedStatements", statements.getOrDefault(Verdict.Standing.CONTRADICTED, 0L));
        result.put("stale", stale);
        result.put("supportRatio", PerMille.decimal(supportRatio));
        result.put("attributable", comparable && contradicted == 0 && supportRatio >= attributable);
        result.put("comparable", comparable);
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0), findings, result);
    }

    private static long place(int start, int end) {
        return ((long) start << Integer.SIZE) | end;
    }
}
