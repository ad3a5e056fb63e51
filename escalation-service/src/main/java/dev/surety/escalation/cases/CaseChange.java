package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.escalation.transcript.Entry;
import java.util.List;

/**
 * What happened to a case. Sealed, so that the compiler asks for an event, an entry in the feed and a line in the history
 * for every kind of change.
 */
public sealed interface CaseChange {
    /** The case after the change. */
    Case changed();

    /** An escalated exchange became a case. */
    record Opened(Case changed, Escalation escalation) implements CaseChange {}

    /** A further escalation joined; {@code before} is the urgency that the case had. */
    record Merged(Case changed, Urgency before, Escalation escalation) implements CaseChange {
        private String words() {
            Urgency now = changed.urgency();
            return now.equals(before)
                    ? "Added a further reason"
                    : "Added a further reason, raised from %s in %s to %s in %s"
                            .formatted(before.priority(), before.queue(), now.priority(), now.queue());
        }
    }

    /** The conversation went on. */
    record Continued(Case changed, List<Entry> entries) implements CaseChange {
        public Continued {
            entries = List.copyOf(entries);
        }
    }

    /** An agent took the case. */
    record Claimed(Case changed, Agent agent) implements CaseChange {}

    /** The owner gave the case back. */
    record Released(Case changed, Agent agent) implements CaseChange {}

    /** The owner answered the customer. */
    record Replied(Case changed, Agent agent, Entry reply, long floorEpoch) implements CaseChange {}

    /** The owner noted a step. */
    record StepLogged(Case changed, Step step) implements CaseChange {}

    /** The owner ended the case. */
    record Resolved(Case changed, Resolution resolution) implements CaseChange {}

    /** The name of the change in the feed. */
    default String feedType() {
        return switch (this) {
            case Opened _ -> "opened";
            case Merged _ -> "merged";
            case Continued _ -> "continued";
            case Claimed _ -> "claimed";
            case Released _ -> "released";
            case Replied _ -> "replied";
            case StepLogged _ -> "step-logged";
            case Resolved _ -> "resolved";
        };
    }

    /** Who did it, in a colleague's words. */
    default String actor() {
        return switch (this) {
            case Opened _, Merged _ -> "Policy";
            case Continued _ -> "Conversation";
            case Claimed claimed -> claimed.agent().name();
            case Released released -> released.agent().name();
            case Replied replied -> replied.agent().name();
            case StepLogged logged -> logged.step().agent().name();
            case Resolved resolved -> resolved.resolution().agent().name();
        };
    }

    /** What was done, in a colleague's words; nothing that the customer or the agent wrote is repeated. */
    default String what() {
        return switch (this) {
            case Opened opened ->
                "Opened the case in queue %s with priority %s"
                        .formatted(
                                opened.changed().urgency().queue(),
                                opened.changed().urgency().priority());
            case Merged merged -> merged.words();
            case Continued continued ->
                "Continued with %d %s"
                        .formatted(
                                continued.entries().size(), continued.entries().size() == 1 ? "message" : "messages");
            case Claimed _ -> "Claimed the case";
            case Released _ -> "Released the case";
            case Replied replied ->
                "Replied to the customer (message %d)".formatted(replied.reply().sequence());
            case StepLogged _ -> "Logged a step";
            case Resolved resolved ->
                "Resolved the case, root cause %s"
                        .formatted(resolved.resolution().rootCause().code());
        };
    }
}
