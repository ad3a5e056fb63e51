package dev.surety.contracts;

import java.util.List;

/** The Kafka topics that services meet on; the key of each decides what stays in order. */
public final class Topics {
    /** Evaluated exchanges, and pseudonyms that were turned back, keyed by conversation. */
    public static final String INTERACTIONS = "surety.interactions.v1";

    /** Policy versions and their activation, keyed by policy id. */
    public static final String POLICIES = "surety.policies.v1";

    /** Who may speak to the customer, keyed by conversation, compacted. */
    public static final String FLOOR = "surety.floor.v1";

    /** The life of cases, keyed by conversation. */
    public static final String CASES = "surety.cases.v1";

    /** Anomalies, keyed by the monitor that raised them. */
    public static final String ALERTS = "surety.alerts.v1";

    /** Verdicts on alerts, keyed by monitor, and on decisions, keyed by decision. */
    public static final String FEEDBACK = "surety.feedback.v1";

    /** Fairness runs and verdicts, keyed by target. */
    public static final String BIAS = "surety.bias.v1";

    /** What the log says of itself, keyed by log. */
    public static final String AUDIT = "surety.audit.v1";

    /** All topics, in the order in which an exchange meets them. */
    public static final List<String> ALL = List.of(INTERACTIONS, POLICIES, FLOOR, CASES, ALERTS, FEEDBACK, BIAS, AUDIT);

    private Topics() {}

    /**
     * The topic that keeps what a consumer of {@code topic} could not parse.
     *
     * @param consumer the consumer group that gave up on the record
     */
    public static String deadLetter(String topic, String consumer) {
        return topic + ".dead-letter." + consumer;
    }
}
