package dev.surety.bias.run;

import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run found. It is kept as it is answered: evidence must not change its form when the service is updated.
 *
 * @param reasons why the verdict is what it is, in plain words
 * @param method how the numbers were obtained, for somebody who wants to repeat them
 */
public record RunResult(
        Verdict verdict,
        List<String> reasons,
        List<AttributeResult> attributes,
        List<RunFinding> findings,
        Method method) {
    public RunResult {
        reasons = List.copyOf(reasons);
        attributes = List.copyOf(attributes);
        findings = List.copyOf(findings);
    }

    /** The groups of one attribute, the reference first. */
    public record AttributeResult(String attribute, String reference, List<GroupResult> groups) {
        public AttributeResult {
            groups = List.copyOf(groups);
        }
    }

    /**
     * One group's calls.
     *
     * @param outcomes how often each outcome was had
     */
    public record GroupResult(String group, long calls, long missing, Map<String, Long> outcomes) {
        public GroupResult {
            outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        }
    }

    /**
     * One metric of one contrast.
     *
     * @param estimate a difference (other minus reference) or a symmetric ratio, as the kind says; null if undefined
     * @param intervals the deciding one first
     * @param worstTemplates the situations with the largest differences
     */
    public record RunFinding(
            String metric,
            Kind kind,
            String outcome,
            String attribute,
            String reference,
            String other,
            boolean gating,
            @Nullable Double estimate,
            List<Interval> intervals,
            @Nullable Test test,
            Map<String, Double> figures,
            List<String> worstTemplates,
            Verdict verdict,
            List<String> reasons) {
        public RunFinding {
            intervals = List.copyOf(intervals);
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            worstTemplates = List.copyOf(worstTemplates);
            reasons = List.copyOf(reasons);
        }
    }

    /** What an estimate is. */
    public enum Kind {
        DIFFERENCE,
        RATIO
    }

    /** The p-value before and after the correction for {@code family} tests. */
    public record Test(String method, double raw, double adjusted, String correction, int family) {}

    /** How the numbers were obtained. */
    public record Method(
            String signConvention, String unit, String missingAnswers, String correction, String random, long seed) {}
}
