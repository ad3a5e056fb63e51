package dev.surety.audit.ingest.event;

import static java.util.Map.entry;

import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.contracts.EventType;
import java.util.Map;

/** Which field of an event's data belongs to which group; a field that is not named here belongs to the event itself. */
final class EventLayout {
    private static final Map<String, FieldGroup> EXCHANGE = Map.ofEntries(
            entry("messages", FieldGroup.QUERY),
            entry("response", FieldGroup.RESPONSE),
            entry("delivered", FieldGroup.DELIVERED),
            entry("passages", FieldGroup.PASSAGES),
            entry("results", FieldGroup.REASONS),
            entry("degraded", FieldGroup.REASONS),
            entry("obligations", FieldGroup.REASONS),
            entry("customer", FieldGroup.CUSTOMER),
            entry("conversation", FieldGroup.CONVERSATION),
            entry("attributes", FieldGroup.ATTRIBUTES));
    private static final Map<String, FieldGroup> CASE_OPENED =
            Map.of("customerRef", FieldGroup.CUSTOMER, "conversationId", FieldGroup.CONVERSATION);
    private static final Map<String, FieldGroup> CASE_STEP = Map.ofEntries(
            entry("conversationId", FieldGroup.CONVERSATION),
            entry("agent", FieldGroup.AGENT),
            entry("content", FieldGroup.MESSAGE),
            entry("action", FieldGroup.WORK),
            entry("system", FieldGroup.WORK),
            entry("expected", FieldGroup.WORK),
            entry("observed", FieldGroup.WORK),
            entry("rootCause", FieldGroup.WORK),
            entry("resolution", FieldGroup.WORK),
            entry("prevention", FieldGroup.WORK));
    private static final Map<String, FieldGroup> POLICY = Map.of("document", FieldGroup.DOCUMENT);
    private static final Map<String, FieldGroup> FEEDBACK =
            Map.of("conversationId", FieldGroup.CONVERSATION, "person", FieldGroup.AGENT);
    private static final Map<String, FieldGroup> FAIRNESS = Map.of("findings", FieldGroup.FINDINGS);

    private EventLayout() {}

    static Map<String, FieldGroup> of(EventType type) {
        return switch (type) {
            case EXCHANGE_EVALUATED -> EXCHANGE;
            case CASE_OPENED, CASE_MERGED -> CASE_OPENED;
            case CASE_CLAIMED, CASE_RELEASED, REPLY_SENT, STEP_LOGGED, CASE_RESOLVED, FLOOR_CHANGED -> CASE_STEP;
            case POLICY_ACTIVATED -> POLICY;
            case DECISION_JUDGED, PSEUDONYMS_REVEALED -> FEEDBACK;
            case BIAS_RUN_COMPLETED -> FAIRNESS;
            case CHECKPOINT_PUBLISHED -> Map.of();
        };
    }
}
