package dev.surety.guardrail;

import dev.surety.guardrail.decision.rest.EvaluationRequest;
import dev.surety.guardrail.decision.rest.EvaluationView;
import dev.surety.guardrail.decision.rest.FmsRequest;
import dev.surety.guardrail.decision.rest.FmsView;
import dev.surety.guardrail.decision.rest.LiteLlmRequest;
import dev.surety.guardrail.decision.rest.LiteLlmView;
import dev.surety.guardrail.decision.rest.ObligationView;
import dev.surety.guardrail.decision.rest.PreviewRequest;
import dev.surety.guardrail.decision.rest.PreviewView;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.figures.rest.FiguresView;
import dev.surety.guardrail.figures.rest.RecentDecisionsView;
import dev.surety.guardrail.history.Reasons;
import dev.surety.guardrail.history.rest.ExplanationView;
import dev.surety.guardrail.history.rest.FeedbackRequest;
import dev.surety.guardrail.history.rest.RuleExplanationView;
import dev.surety.guardrail.policy.rest.ConsequenceView;
import dev.surety.guardrail.policy.rest.PolicyListView;
import dev.surety.guardrail.policy.rest.PolicyView;
import dev.surety.guardrail.policy.rest.TemplateView;
import dev.surety.guardrail.proxy.ChatExtension;
import dev.surety.guardrail.pseudonym.rest.RevealRequest;
import dev.surety.guardrail.pseudonym.rest.RevealView;
import dev.surety.guardrail.stream.rest.ChunkView;
import dev.surety.guardrail.stream.rest.StreamChunk;
import dev.surety.guardrail.stream.rest.StreamView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells the native image which records Jackson reads and writes by reflection. */
@RegisterForReflection(
        targets = {
            EvaluationRequest.ContextPart.class,
            EvaluationRequest.ConversationPart.class,
            EvaluationRequest.CustomerPart.class,
            EvaluationRequest.MessagePart.class,
            EvaluationRequest.OptionsPart.class,
            EvaluationRequest.PassagePart.class,
            EvaluationRequest.ResponsePart.class,
            EvaluationRequest.class,
            EvaluationView.CheckTiming.class,
            EvaluationView.DegradationView.class,
            EvaluationView.EditView.class,
            EvaluationView.Effective.class,
            EvaluationView.FindingView.class,
            ObligationView.CommitmentView.class,
            ObligationView.SourceView.class,
            ObligationView.class,
            EvaluationView.PolicyReference.class,
            EvaluationView.ResultView.class,
            EvaluationView.StreamingView.class,
            EvaluationView.Timing.class,
            EvaluationView.class,
            Finding.Basis.class,
            FmsRequest.class,
            FmsView.class,
            LiteLlmRequest.DataPart.class,
            LiteLlmRequest.MessagePart.class,
            LiteLlmRequest.class,
            LiteLlmView.class,
            FiguresView.BucketView.class,
            FiguresView.CoverView.class,
            FiguresView.LatencyView.class,
            FiguresView.RuleView.class,
            FiguresView.StepView.class,
            FiguresView.class,
            RecentDecisionsView.Item.class,
            RecentDecisionsView.class,
            PreviewRequest.class,
            PreviewView.CheckView.class,
            PreviewView.DiagnosticView.class,
            PreviewView.TestView.class,
            PreviewView.class,
            ConsequenceView.class,
            PolicyListView.Item.class,
            PolicyListView.class,
            ChatExtension.class,
            ChunkView.class,
            StreamChunk.class,
            StreamView.class,
            PolicyView.Defaults.class,
            PolicyView.RuleView.class,
            PolicyView.TestView.class,
            RevealRequest.class,
            RevealView.class,
            PolicyView.class,
            TemplateView.Wording.class,
            TemplateView.class,
            ExplanationView.CheckView.class,
            ExplanationView.DegradedView.class,
            ExplanationView.Details.class,
            ExplanationView.EditPlaceView.class,
            ExplanationView.FindingView.class,
            ExplanationView.ObligationDetailView.class,
            ExplanationView.PolicyView.class,
            ExplanationView.ResultView.class,
            ExplanationView.VerdictView.class,
            ExplanationView.class,
            FeedbackRequest.class,
            RuleExplanationView.BranchView.class,
            RuleExplanationView.CounterfactualView.class,
            RuleExplanationView.class,
            Reasons.class
        })
final class NativeRegistration {
    private NativeRegistration() {}
}
