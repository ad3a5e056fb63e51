package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.decision.Examination;
import dev.surety.guardrail.decision.PolicyTestRunner;
import dev.surety.guardrail.decision.Preview;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.PolicyDiagnostic;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an exchange would be decided, with everything that led there; or why the document cannot decide. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How an exchange would be decided. Nothing is delivered and nothing recorded.")
public record PreviewView(
        @Schema(
                description = "Which policy was tried.",
                enumeration = {"in-force", "draft"})
        String policy,

        @Schema(description = "The decision, without an id: there is no record. Missing when the document was refused.")
        @JsonIgnoreProperties("id")
        @Nullable
        EvaluationView decision,

        @Schema(description = "What every check showed that some rule asked for.")
        List<CheckView> checks,

        @Schema(description = "What is wrong with the document; empty when it can decide.")
        List<DiagnosticView> diagnostics,

        @Schema(description = "What came of the tests that stand in the document.")
        List<TestView> tests,

        @Schema(description = "How many tests of the document were left out, because there are too many.")
        int testsLeftOut) {

    /** What one check showed; without score when it could not do its work. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckView(
            String check,
            String detector,

            @Schema(enumeration = {"done", "failed"}) String status,

            @Nullable Double score,

            @Schema(description = "What conditions see as checks.<check>.<name>.")
            Map<String, Object> values,

            List<EvaluationView.FindingView> findings,
            long micros) {
        static CheckView of(Examination.Observed observed) {
            CheckResult result = observed.result().orElse(null);
            return new CheckView(
                    observed.check(),
                    observed.detector(),
                    result == null ? "failed" : "done",
                    result == null ? null : PerMille.decimal(result.scorePerMille()),
                    result == null ? Map.of() : result.values(),
                    result == null
                            ? List.of()
                            : result.findings().stream()
                                    .map(finding -> EvaluationView.FindingView.of(finding, observed.detector()))
                                    .toList(),
                    observed.micros());
        }
    }

    /** What is wrong with the document, where, and how to mend it. */
    public record DiagnosticView(int line, int column, String message) {
        static DiagnosticView of(PolicyDiagnostic diagnostic) {
            return new DiagnosticView(
                    diagnostic.position().line(), diagnostic.position().column(), diagnostic.message());
        }
    }

    /** What came of one test. */
    public record TestView(
            String name,
            boolean passed,
            String expected,
            String action,

            @Schema(description = "What is not as expected, in words.")
            List<String> failures) {
        static TestView of(PolicyTestRunner.Outcome outcome) {
            return new TestView(
                    outcome.test().name(),
                    outcome.passed(),
                    outcome.test().expected().action().wireName(),
                    outcome.decision().action().wireName(),
                    outcome.failures());
        }
    }

    static PreviewView of(Preview preview) {
        return switch (preview) {
            case Preview.Decided decided ->
                new PreviewView(
                        decided.draft() ? "draft" : "in-force",
                        EvaluationView.of(decided.evaluation()),
                        decided.checks().stream().map(CheckView::of).toList(),
                        List.of(),
                        decided.tests().stream().map(TestView::of).toList(),
                        decided.testsLeftOut());
            case Preview.Refused(List<PolicyDiagnostic> diagnostics) ->
                new PreviewView(
                        "draft",
                        null,
                        List.of(),
                        diagnostics.stream().map(DiagnosticView::of).toList(),
                        List.of(),
                        0);
        };
    }
}
