package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a human was called: one rule that fired, with everything it saw, exactly as the decision reported it.
 *
 * @param inputs the values that the condition saw, by name
 */
public record Reason(
        String decisionId,
        PolicyVersion policy,
        String rule,
        String check,
        String message,
        @Nullable String reasonCode,
        String condition,
        int scorePerMille,
        int thresholdPerMille,
        Map<String, String> inputs,
        List<Finding> findings) {
    public Reason {
        requireNonNull(decisionId, "decisionId");
        requireNonNull(policy, "policy");
        requireNonNull(rule, "rule");
        requireNonNull(check, "check");
        requireNonNull(message, "message");
        requireNonNull(condition, "condition");
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        findings = List.copyOf(findings);
    }

    /** The policy that decided, by the digest of its canonical form. */
    public record PolicyVersion(String id, int version, String digest) {
        public PolicyVersion {
            requireNonNull(id, "id");
            requireNonNull(digest, "digest");
        }
    }

    /** A place in a text of the exchange, in UTF-16 code units; it never carries the text itself. */
    public record Finding(String category, String path, int start, int end, int scorePerMille, String detector) {
        public Finding {
            requireNonNull(category, "category");
            requireNonNull(path, "path");
            requireNonNull(detector, "detector");
        }
    }
}
