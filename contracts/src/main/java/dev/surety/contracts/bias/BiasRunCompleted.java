package dev.surety.contracts.bias;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import java.util.List;

/**
 * A fairness suite ran against a target to its end.
 *
 * @param suiteDigest {@code sha256:<hex>} of the suite document
 * @param findings one per metric and contrast, the deciding one first
 */
public record BiasRunCompleted(
        String runId,
        String suiteId,
        String suiteVersion,
        String suiteDigest,
        String target,
        long seed,
        Verdict verdict,
        List<Finding> findings,
        Instant completedAt) {
    public BiasRunCompleted {
        Require.text(runId, "runId");
        Require.text(suiteId, "suiteId");
        Require.text(suiteVersion, "suiteVersion");
        Require.text(suiteDigest, "suiteDigest");
        Require.text(target, "target");
        requireNonNull(verdict, "verdict");
        findings = List.copyOf(findings);
        requireNonNull(completedAt, "completedAt");
    }

    /** One metric of one contrast; differences and bounds in per mille, signed, p-values in parts per million. */
    public record Finding(
            String metric,
            String attribute,
            String reference,
            String other,
            int estimatePerMille,
            int lowerPerMille,
            int upperPerMille,
            int adjustedPerMillion,
            Verdict verdict,
            String reason) {
        public Finding {
            Require.text(metric, "finding.metric");
            Require.text(attribute, "finding.attribute");
            Require.text(reference, "finding.reference");
            Require.text(other, "finding.other");
            requireNonNull(verdict, "finding.verdict");
            Require.text(reason, "finding.reason");
        }
    }
}
