package dev.surety.escalation;

import dev.surety.escalation.cases.Passage;
import dev.surety.escalation.cases.Reason;
import dev.surety.escalation.cases.rest.CasePageView;
import dev.surety.escalation.cases.rest.CaseSummaryView;
import dev.surety.escalation.cases.rest.CaseView;
import dev.surety.escalation.cases.rest.MessageView;
import dev.surety.escalation.cases.rest.ReplyDraft;
import dev.surety.escalation.cases.rest.ResolutionDraft;
import dev.surety.escalation.cases.rest.StepDraft;
import dev.surety.escalation.cases.rest.StepView;
import dev.surety.escalation.feed.rest.FeedEventView;
import dev.surety.escalation.feed.rest.PositionView;
import dev.surety.escalation.session.rest.SessionView;
import dev.surety.escalation.session.store.PostgresSessionTokens;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is read from and written to JSON by reflection, so that a native executable knows it too. */
@RegisterForReflection(
        targets = {
            CasePageView.class,
            CasePageView.CountsView.class,
            CaseSummaryView.class,
            CaseSummaryView.OwnerView.class,
            CaseView.class,
            CaseView.ActivityView.class,
            CaseView.FindingView.class,
            CaseView.FloorView.class,
            CaseView.PassageView.class,
            CaseView.PolicyView.class,
            CaseView.ReasonView.class,
            CaseView.ResolutionView.class,
            FeedEventView.class,
            MessageView.class,
            Passage.class,
            PositionView.class,
            PostgresSessionTokens.Tokens.class,
            Reason.class,
            Reason.Finding.class,
            Reason.PolicyVersion.class,
            ReplyDraft.class,
            ResolutionDraft.class,
            SessionView.class,
            StepDraft.class,
            StepView.class
        })
final class NativeRegistration {
    private NativeRegistration() {}
}
