-- A case: one open one per conversation. Everything that a list shows stands in this row, so that a page is one index
-- scan; the long texts stand in tables of their own.
CREATE TABLE support_case (
    tenant              text        NOT NULL,
    id                  uuid        NOT NULL,
    conversation_id     text        NOT NULL,
    channel             text        NOT NULL,
    locale              text        NOT NULL,
    customer_ref        text        NOT NULL,
    queue               text        NOT NULL,
    priority            smallint    NOT NULL CHECK (priority BETWEEN 1 AND 4),
    state               text        NOT NULL CHECK (state IN ('queued', 'claimed', 'active', 'resolved')),
    owner_subject       text,
    owner_name          text,
    claimed_at          timestamptz,
    reason_codes        text[]      NOT NULL,
    headline            text        NOT NULL,
    last_customer_words text,
    last_sequence       bigint      NOT NULL DEFAULT 0,
    last_turn           integer     NOT NULL,
    steps               integer     NOT NULL DEFAULT 0,
    opened_at           timestamptz NOT NULL,
    resolved_at         timestamptz,
    root_cause          text,
    resolution          text,
    prevention          text,
    version             bigint      NOT NULL,
    PRIMARY KEY (tenant, id),
    CHECK ((state = 'queued') = (owner_subject IS NULL)),
    CHECK ((owner_subject IS NULL) = (owner_name IS NULL)),
    CHECK ((state IN ('claimed', 'active')) <= (claimed_at IS NOT NULL)),
    CHECK ((state = 'resolved') = (resolved_at IS NOT NULL AND root_cause IS NOT NULL AND resolution IS NOT NULL)),
    CHECK (state <> 'resolved' OR steps > 0)
);

CREATE UNIQUE INDEX support_case_open_per_conversation ON support_case (tenant, conversation_id)
    WHERE state <> 'resolved';

-- One partial index per list, in the order of the list: a page behind a cursor reads only its own rows.
CREATE INDEX support_case_queued ON support_case (tenant, priority, opened_at, id) WHERE state = 'queued';
CREATE INDEX support_case_queued_by_queue ON support_case (tenant, queue, priority, opened_at, id)
    WHERE state = 'queued';
CREATE INDEX support_case_open ON support_case (tenant, priority, opened_at, id) WHERE state <> 'resolved';
CREATE INDEX support_case_open_by_queue ON support_case (tenant, queue, priority, opened_at, id)
    WHERE state <> 'resolved';
CREATE INDEX support_case_owned ON support_case (tenant, owner_subject, priority, opened_at, id)
    WHERE state IN ('claimed', 'active');
CREATE INDEX support_case_resolved ON support_case (tenant, resolved_at DESC, id DESC) WHERE state = 'resolved';
CREATE INDEX support_case_resolved_by_queue ON support_case (tenant, queue, resolved_at DESC, id DESC)
    WHERE state = 'resolved';

-- What each decision that asked for a human said, frozen. The type json keeps the text as it was written.
CREATE TABLE case_decision (
    tenant      text        NOT NULL,
    case_id     uuid        NOT NULL,
    decision_id text        NOT NULL,
    position    bigint      GENERATED ALWAYS AS IDENTITY,
    decided_at  timestamptz NOT NULL,
    reasons     json        NOT NULL,
    passages    json        NOT NULL,
    PRIMARY KEY (tenant, case_id, decision_id),
    FOREIGN KEY (tenant, case_id) REFERENCES support_case (tenant, id)
);

CREATE TABLE case_step (
    tenant          text        NOT NULL,
    case_id         uuid        NOT NULL,
    id              uuid        NOT NULL,
    idempotency_key text        NOT NULL,
    agent_subject   text        NOT NULL,
    agent_name      text        NOT NULL,
    action          text        NOT NULL,
    system          text,
    expected        text,
    observed        text,
    logged_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, case_id, id),
    UNIQUE (tenant, case_id, idempotency_key),
    FOREIGN KEY (tenant, case_id) REFERENCES support_case (tenant, id)
);

CREATE TABLE case_activity (
    tenant   text        NOT NULL,
    case_id  uuid        NOT NULL,
    position bigint      GENERATED ALWAYS AS IDENTITY,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    what     text        NOT NULL,
    PRIMARY KEY (tenant, case_id, position),
    FOREIGN KEY (tenant, case_id) REFERENCES support_case (tenant, id)
);

GRANT SELECT, INSERT, UPDATE ON support_case TO ${runtimeRole};
GRANT SELECT, INSERT ON case_decision, case_step, case_activity TO ${runtimeRole};
