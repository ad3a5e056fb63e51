package dev.surety.contracts;

import static java.util.Objects.requireNonNull;

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
import dev.surety.contracts.floor.FloorChanged;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.contracts.policy.PolicyActivated;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue of events: the CloudEvents {@code type} of each, the topic it travels on and the record that it
 * carries. Each record stands here exactly once.
 */
public enum EventType {
    EXCHANGE_EVALUATED("dev.surety.exchange.evaluated.v1", Topics.INTERACTIONS, ExchangeEvaluated.class),
    PSEUDONYMS_REVEALED("dev.surety.pseudonyms.revealed.v1", Topics.INTERACTIONS, PseudonymsRevealed.class),
    POLICY_ACTIVATED("dev.surety.policy.activated.v1", Topics.POLICIES, PolicyActivated.class),
    FLOOR_CHANGED("dev.surety.floor.changed.v1", Topics.FLOOR, FloorChanged.class),
    CASE_OPENED("dev.surety.case.opened.v1", Topics.CASES, CaseOpened.class),
    CASE_MERGED("dev.surety.case.merged.v1", Topics.CASES, CaseMerged.class),
    CASE_CLAIMED("dev.surety.case.claimed.v1", Topics.CASES, CaseClaimed.class),
    CASE_RELEASED("dev.surety.case.released.v1", Topics.CASES, CaseReleased.class),
    REPLY_SENT("dev.surety.reply.sent.v1", Topics.CASES, ReplySent.class),
    STEP_LOGGED("dev.surety.step.logged.v1", Topics.CASES, StepLogged.class),
    CASE_RESOLVED("dev.surety.case.resolved.v1", Topics.CASES, CaseResolved.class),
    DECISION_JUDGED("dev.surety.decision.judged.v1", Topics.FEEDBACK, DecisionJudged.class),
    BIAS_RUN_COMPLETED("dev.surety.bias-run.completed.v1", Topics.BIAS, BiasRunCompleted.class),
    CHECKPOINT_PUBLISHED("dev.surety.checkpoint.published.v1", Topics.AUDIT, CheckpointPublished.class);

    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, value -> value));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::record, value -> value));

    private final String type;
    private final String topic;
    private final Class<? extends Record> record;

    EventType(String type, String topic, Class<? extends Record> record) {
        this.type = type;
        this.topic = topic;
        this.record = record;
    }

    /** The CloudEvents {@code type} attribute. */
    public String type() {
        return type;
    }

    /** The topic that events of this type travel on. */
    public String topic() {
        return topic;
    }

    /** The record that an event of this type carries as its data. */
    public Class<? extends Record> record() {
        return record;
    }

    /** The event type with that CloudEvents {@code type}; empty for one that this version does not know. */
    public static Optional<EventType> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /**
     * The event type that carries {@code data}.
     *
     * @throws IllegalArgumentException for a record that is not an event
     */
    public static EventType carrying(Record data) {
        EventType type = BY_RECORD.get(requireNonNull(data, "data").getClass());
        if (type == null) {
            throw new IllegalArgumentException(data.getClass().getName() + " is not an event");
        }
        return type;
    }
}
