package dev.surety.audit.disclosure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parts of an event that can be shown or withheld one by one. The union of an event's groups is the whole event;
 * the labels stand in entries for ever, so they never change.
 */
public enum FieldGroup {
    /** The attributes of the envelope: source and subject. */
    ENVELOPE("envelope"),
    /** What the customer asked, and the conversation up to there. */
    QUERY("query"),
    /** What the bot wanted to say, and the model and prompt that it came from. */
    RESPONSE("response"),
    /** What the customer was allowed to see. */
    DELIVERED("delivered"),
    /** The sources that the answer was made from. */
    PASSAGES("passages"),
    /** Why it was decided so: every rule with its inputs, what was degraded, what is owed. */
    REASONS("reasons"),
    /** Who was served, and what they consented to. */
    CUSTOMER("customer"),
    /** Where the exchange took place. */
    CONVERSATION("conversation"),
    /** The integrator's own facts. */
    ATTRIBUTES("attributes"),
    /** Which person acted. */
    AGENT("agent"),
    /** What a person wrote to the customer. */
    MESSAGE("message"),
    /** What a person did, expected and saw, and how the case ended. */
    WORK("work"),
    /** A document in force. */
    DOCUMENT("document"),
    /** What a fairness run found. */
    FINDINGS("findings"),
    /** Everything else that the event says. */
    EVENT("event"),
    /** A whole Kafka record that could not be read. */
    RECORD("record");

    private static final Map<String, FieldGroup> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FieldGroup::label, group -> group));

    private final String label;

    FieldGroup(String label) {
        this.label = label;
    }

    /** The name of the group in entries and disclosures. */
    public String label() {
        return label;
    }

    /** The group with that label. */
    public static Optional<FieldGroup> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
