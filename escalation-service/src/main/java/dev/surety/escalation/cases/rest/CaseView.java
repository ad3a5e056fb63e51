package dev.surety.escalation.cases.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.surety.escalation.cases.Activity;
import dev.surety.escalation.cases.CaseFile;
import dev.surety.escalation.cases.CaseState;
import dev.surety.escalation.cases.Passage;
import dev.surety.escalation.cases.Reason;
import dev.surety.escalation.cases.Resolution;
import dev.surety.escalation.floor.Floor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one case: the fields of its summary, and these beside them. */
public record CaseView(
        @JsonUnwrapped CaseSummaryView summary,
        List<ReasonView> why,
        List<MessageView> transcript,
        List<PassageView> passages,
        List<StepView> steps,
        @Nullable ResolutionView resolution,
        List<ActivityView> activity,
        FloorView floor) {

    /** The case in the words of the interface. */
    static CaseView of(CaseFile file) {
        return new CaseView(
                CaseSummaryView.of(file.summary()),
                file.reasons().stream().map(ReasonView::of).toList(),
                file.transcript().stream().map(MessageView::of).toList(),
                file.passages().stream().map(PassageView::of).toList(),
                file.steps().stream().map(StepView::of).toList(),
                file.summary().state() instanceof CaseState.Resolved resolved
                        ? ResolutionView.of(resolved.resolution())
                        : null,
                file.history().stream().map(ActivityView::of).toList(),
                FloorView.of(file.floor()));
    }

    /** One rule that asked for a human, with what it saw. */
    public record ReasonView(
            String rule,
            String check,
            String message,
            @Nullable String reasonCode,
            String condition,
            int scorePerMille,
            int thresholdPerMille,
            Map<String, String> inputs,
            List<FindingView> findings,
            String decisionId,
            PolicyView policy) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.rule(),
                    reason.check(),
                    reason.message(),
                    reason.reasonCode(),
                    reason.condition(),
                    reason.scorePerMille(),
                    reason.thresholdPerMille(),
                    reason.inputs(),
                    reason.findings().stream().map(FindingView::of).toList(),
                    reason.decisionId(),
                    new PolicyView(
                            reason.policy().id(),
                            reason.policy().version(),
                            reason.policy().digest()));
        }
    }

    /** A place in a text, in UTF-16 code units. */
    public record FindingView(String category, String path, int start, int end, int scorePerMille, String detector) {
        static FindingView of(Reason.Finding finding) {
            return new FindingView(
                    finding.category(),
                    finding.path(),
                    finding.start(),
                    finding.end(),
                    finding.scorePerMille(),
                    finding.detector());
        }
    }

    /** The policy that decided. */
    public record PolicyView(String id, int version, String digest) {}

    /** A passage as it was when the bot answered. */
    public record PassageView(
            String id,
            String text,
            int scorePerMille,
            @Nullable String source,
            boolean cited,
            @Nullable String validFrom,
            @Nullable String validTo) {
        static PassageView of(Passage passage) {
            return new PassageView(
                    passage.id(),
                    passage.text(),
                    passage.scorePerMille(),
                    passage.source(),
                    passage.cited(),
                    passage.validFrom(),
                    passage.validTo());
        }
    }

    /** How the case ended. */
    public record ResolutionView(
            String rootCause, String resolution, @Nullable String prevention, String agent, Instant at) {
        static ResolutionView of(Resolution resolution) {
            return new ResolutionView(
                    resolution.rootCause().code(),
                    resolution.resolution(),
                    resolution.prevention(),
                    resolution.agent().name(),
                    resolution.at());
        }
    }

    /** One line of the history. */
    public record ActivityView(Instant at, String actor, String what) {
        static ActivityView of(Activity activity) {
            return new ActivityView(activity.at(), activity.actor(), activity.what());
        }
    }

    /** Who may speak to the customer; {@code agent} is a name. */
    public record FloorView(String holder, @Nullable String agent, long epoch) {
        static FloorView of(Floor floor) {
            return switch (floor) {
                case Floor.Bot bot -> new FloorView("bot", null, bot.epoch());
                case Floor.Held held -> new FloorView("held", null, held.epoch());
                case Floor.Human human -> new FloorView("human", human.agent().name(), human.epoch());
            };
        }
    }
}
