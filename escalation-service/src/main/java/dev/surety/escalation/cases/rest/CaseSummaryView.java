package dev.surety.escalation.cases.rest;

import dev.surety.escalation.Agent;
import dev.surety.escalation.cases.Case;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as lists show it. */
public record CaseSummaryView(
        String id,
        String conversationId,
        String customerRef,
        String channel,
        String locale,
        String queue,
        String priority,
        String state,
        List<String> reasonCodes,
        String headline,
        String lastCustomerWords,
        Instant openedAt,
        @Nullable OwnerView owner,
        long version) {

    /** The case in the words of the interface. */
    static CaseSummaryView of(Case item) {
        return new CaseSummaryView(
                item.id().toString(),
                item.conversation().id(),
                item.conversation().customerRef(),
                item.conversation().channel(),
                item.conversation().locale(),
                item.urgency().queue(),
                item.urgency().priority().name(),
                item.state().code(),
                item.reasonCodes(),
                item.headline(),
                item.lastCustomerWords() == null ? "" : item.lastCustomerWords(),
                item.openedAt(),
                item.owner().map(OwnerView::of).orElse(null),
                item.version());
    }

    /** Who works a case, or who resolved it. */
    public record OwnerView(String subject, String name) {
        static OwnerView of(Agent agent) {
            return new OwnerView(agent.subject(), agent.name());
        }
    }
}
