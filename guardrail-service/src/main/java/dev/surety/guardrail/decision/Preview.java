package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.PolicyDiagnostic;
import java.util.List;

/**
 * What came of trying out an exchange. Nothing of it was delivered, so nothing of it is recorded as an exchange. Sealed,
 * because a document that is refused is an answer too.
 */
public sealed interface Preview {
    /**
     * The exchange was decided.
     *
     * @param draft whether a document that was sent along decided, rather than the policy in force
     * @param tests what came of the draft's own tests; none for the policy in force, which would not be in force else
     * @param testsLeftOut how many more the draft has than are run for a preview
     */
    record Decided(
            Evaluation evaluation,
            List<Examination.Observed> checks,
            boolean draft,
            List<PolicyTestRunner.Outcome> tests,
            int testsLeftOut)
            implements Preview {
        public Decided {
            requireNonNull(evaluation, "evaluation");
            checks = List.copyOf(checks);
            tests = List.copyOf(tests);
        }
    }

    /** The document that was sent along could not be compiled. */
    record Refused(List<PolicyDiagnostic> diagnostics) implements Preview {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
