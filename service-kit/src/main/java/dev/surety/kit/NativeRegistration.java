package dev.surety.kit;

import dev.surety.contracts.audit.CheckpointPublished;
import dev.surety.contracts.bias.BiasRunCompleted;
import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.contracts.cases.CaseMerged;
import dev.surety.contracts.cases.CaseOpened;
import dev.surety.contracts.cases.CaseReleased;
import dev.surety.contracts.cases.CaseResolved;
import dev.surety.contracts.cases.ReplySent;
import dev.surety.contracts.cases.StepLogged;
import dev.surety.contracts.feedback.DecisionJudged;
import dev.surety.contracts.feedback.FeedbackVerdict;
import dev.surety.contracts.floor.FloorChanged;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.contracts.interaction.Stage;
import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.kit.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells the native image which records Jackson reads and writes by reflection; contracts know no framework. */
@RegisterForReflection(
        targets = {
            Action.class,
            BiasRunCompleted.Finding.class,
            BiasRunCompleted.class,
            CaseClaimed.class,
            CaseMerged.class,
            CaseOpened.class,
            CaseReleased.class,
            CaseResolved.class,
            CheckpointPublished.class,
            DecisionJudged.class,
            ExchangeEvaluated.Branch.class,
            ExchangeEvaluated.CheckRun.class,
            ExchangeEvaluated.Conversation.class,
            ExchangeEvaluated.Customer.class,
            ExchangeEvaluated.Degradation.class,
            ExchangeEvaluated.Delivered.class,
            ExchangeEvaluated.Edit.class,
            ExchangeEvaluated.Finding.class,
            ExchangeEvaluated.Handoff.class,
            ExchangeEvaluated.Input.class,
            ExchangeEvaluated.Message.class,
            ExchangeEvaluated.Obligation.class,
            ExchangeEvaluated.Passage.class,
            ExchangeEvaluated.PolicyReference.class,
            ExchangeEvaluated.Producer.class,
            ExchangeEvaluated.Reasoning.class,
            ExchangeEvaluated.Response.class,
            ExchangeEvaluated.RuleResult.class,
            ExchangeEvaluated.class,
            FeedbackVerdict.class,
            FloorChanged.class,
            PolicyActivated.class,
            Problem.Violation.class,
            Problem.class,
            PseudonymsRevealed.class,
            ReplySent.class,
            Stage.class,
            StepLogged.class
        })
final class NativeRegistration {
    private NativeRegistration() {}
}
