package dev.surety.guardrail.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param scorePerMille how strongly the check speaks, 0 (nothing) to 1000 (certain)
 * @param values what conditions see as {@code checks.<name>.<key>}: exactly the keys of {@link Check#values()}
 * @param commitments what the answer promises; a rule with {@code attach: commitments} makes obligations of them
 */
public record CheckResult(
        int scorePerMille, List<Finding> findings, Map<String, Object> values, List<Commitment> commitments) {
    public CheckResult {
        PerMille.require(scorePerMille, "scorePerMille");
        findings = List.copyOf(findings);
        // Keeps the order of the keys, which Map.copyOf does not, so that explanations always read the same.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        commitments = List.copyOf(commitments);
    }

    /** What a check found that knows nothing of promises. */
    public CheckResult(int scorePerMille, List<Finding> findings, Map<String, Object> values) {
        this(scorePerMille, findings, values, List.of());
    }
}
