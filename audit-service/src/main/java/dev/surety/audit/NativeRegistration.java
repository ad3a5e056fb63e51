package dev.surety.audit;

import dev.surety.audit.query.rest.ConsistencyView;
import dev.surety.audit.query.rest.EntryPageView;
import dev.surety.audit.query.rest.EntrySummaryView;
import dev.surety.audit.query.rest.EntryView;
import dev.surety.audit.query.rest.LogView;
import dev.surety.audit.query.rest.ProofView;
import dev.surety.contracts.audit.CheckpointPublished;
import dev.surety.contracts.bias.BiasRunCompleted;
import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.contracts.cases.CaseMerged;
import dev.surety.contracts.cases.CaseOpened;
import dev.surety.contracts.cases.CaseReleased;
import dev.surety.contracts.cases.CaseResolved;
import dev.surety.contracts.cases.ReplySent;
import dev.surety.contracts.cases.StepLogged;
import dev.surety.contracts.floor.FloorChanged;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.contracts.policy.PolicyActivated;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the records that JSON is read into or written from, for native images, where reflection finds nothing else. */
@RegisterForReflection(
        targets = {
            BiasRunCompleted.class,
            BiasRunCompleted.Finding.class,
            CaseClaimed.class,
            CaseMerged.class,
            CaseOpened.class,
            CaseReleased.class,
            CaseResolved.class,
            CheckpointPublished.class,
            ConsistencyView.class,
            EntryPageView.class,
            EntrySummaryView.class,
            EntryView.class,
            ExchangeEvaluated.class,
            ExchangeEvaluated.Conversation.class,
            ExchangeEvaluated.Customer.class,
            ExchangeEvaluated.Degradation.class,
            ExchangeEvaluated.Delivered.class,
            ExchangeEvaluated.Edit.class,
            ExchangeEvaluated.Finding.class,
            ExchangeEvaluated.Message.class,
            ExchangeEvaluated.Obligation.class,
            ExchangeEvaluated.Passage.class,
            ExchangeEvaluated.PolicyReference.class,
            ExchangeEvaluated.Producer.class,
            ExchangeEvaluated.Response.class,
            ExchangeEvaluated.RuleResult.class,
            FloorChanged.class,
            LogView.class,
            PolicyActivated.class,
            ProofView.class,
            PseudonymsRevealed.class,
            ReplySent.class,
            StepLogged.class
        })
final class NativeRegistration {}
