-- What was decided, projected from the topics surety.interactions.v1 and surety.feedback.v1; it can be rebuilt from
-- them. No text of a message, an answer or a passage stands here: only values, offsets and names.

-- One row per decision; the first record of an id counts, as in the log.
CREATE TABLE decision (
    tenant          text        NOT NULL,
    id              uuid        NOT NULL,
    conversation_id text        NOT NULL,
    turn            integer     NOT NULL,
    bot             text        NOT NULL,
    stage           text        NOT NULL CHECK (stage IN ('input', 'output')),
    channel         text        NOT NULL,
    locale          text        NOT NULL,
    jurisdiction    text,
    model           text,
    action          text        NOT NULL
        CHECK (action IN ('block', 'escalate', 'replace', 'redact', 'annotate', 'allow')),
    policy_id       text        NOT NULL,
    policy_version  integer     NOT NULL,
    policy_digest   text        NOT NULL,
    request_id      text        NOT NULL,
    request_digest  text        NOT NULL,
    evaluated_at    timestamptz NOT NULL,
    duration_micros bigint      NOT NULL,
    -- {results, edits, obligations, degraded, checks, handoffs}, as in the event but without texts.
    reasons         jsonb       NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX decision_by_time ON decision (tenant, evaluated_at DESC);
CREATE INDEX decision_by_conversation ON decision (tenant, conversation_id, evaluated_at);
-- For retention, which knows no tenant.
CREATE INDEX decision_by_age ON decision USING brin (evaluated_at);

-- What people said of decisions; rule is empty for the decision as a whole. The latest word of one person counts.
-- There is no foreign key, because a verdict can arrive before its decision.
CREATE TABLE feedback (
    tenant      text        NOT NULL,
    decision_id uuid        NOT NULL,
    rule        text        NOT NULL DEFAULT '',
    person      text        NOT NULL,
    verdict     text        NOT NULL CHECK (verdict IN ('false-positive', 'false-negative', 'correct')),
    judged_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant, decision_id, rule, person)
);

CREATE INDEX feedback_by_time ON feedback (tenant, judged_at DESC);

-- Counts by minute, which outlive the decisions. Each decision is counted in the transaction that inserts it.
CREATE TABLE decision_minute (
    tenant         text        NOT NULL,
    minute         timestamptz NOT NULL,
    bot            text        NOT NULL,
    stage          text        NOT NULL,
    channel        text        NOT NULL,
    policy_id      text        NOT NULL,
    policy_version integer     NOT NULL,
    action         text        NOT NULL,
    decisions      bigint      NOT NULL,
    -- Decisions in which at least one check or rule could not do its work.
    degraded       bigint      NOT NULL,
    micros_sum     bigint      NOT NULL,
    micros_max     bigint      NOT NULL,
    -- Decisions that took at most so many milliseconds; cumulative, as in a histogram.
    within_1ms     bigint      NOT NULL,
    within_3ms     bigint      NOT NULL,
    within_5ms     bigint      NOT NULL,
    within_15ms    bigint      NOT NULL,
    within_50ms    bigint      NOT NULL,
    PRIMARY KEY (tenant, minute, bot, stage, channel, policy_id, policy_version, action)
);

-- The same for each rule that asked for something, failed or stayed undecided; silent rules are not counted.
CREATE TABLE rule_minute (
    tenant      text        NOT NULL,
    minute      timestamptz NOT NULL,
    bot         text        NOT NULL,
    rule        text        NOT NULL,
    reason_code text        NOT NULL,
    -- The line of insurance cover; empty where the rule names none.
    cover       text        NOT NULL,
    status      text        NOT NULL,
    action      text        NOT NULL,
    enforced    boolean     NOT NULL,
    results     bigint      NOT NULL,
    PRIMARY KEY (tenant, minute, bot, rule, reason_code, cover, status, action, enforced)
);

CREATE INDEX decision_minute_by_age ON decision_minute USING brin (minute);
CREATE INDEX rule_minute_by_age ON rule_minute USING brin (minute);

GRANT SELECT, INSERT, DELETE ON decision TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON feedback, decision_minute, rule_minute TO ${runtimeRole};
