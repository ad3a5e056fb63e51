-- A run of a suite against a target. The suite's document is kept, so that the run can be repeated word for word.
CREATE TABLE run (
    id              uuid        PRIMARY KEY,
    tenant          text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_digest  text        NOT NULL,
    suite_document  text        NOT NULL,
    target          jsonb       NOT NULL,
    seed            bigint      NOT NULL,
    state           text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'COMPLETED', 'INCOMPLETE')),
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    -- The worker that drives the run, and until when nobody else may take it over.
    driver          uuid,
    driver_until    timestamptz,
    ended_at        timestamptz,
    verdict         text,
    result          jsonb,
    UNIQUE (tenant, idempotency_key),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
    CHECK ((state = 'RUNNING') = (result IS NULL))
);

CREATE INDEX run_by_tenant ON run (tenant, id DESC);
CREATE INDEX run_open ON run (id) WHERE state = 'RUNNING';

-- One call of a run. At most one answer is recorded; attempts count how often the call was handed to a worker.
CREATE TABLE cell (
    run_id         uuid    NOT NULL REFERENCES run (id),
    ordinal        integer NOT NULL,
    block          integer NOT NULL,
    attribute      text    NOT NULL,
    template       text    NOT NULL,
    name           integer NOT NULL,
    group_name     text    NOT NULL,
    control        boolean NOT NULL,
    state          text    NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'LEASED', 'DONE', 'ERROR')),
    lease_until    timestamptz,
    attempts       integer NOT NULL DEFAULT 0,
    outcomes       jsonb,
    missing        text,
    latency_millis integer,
    PRIMARY KEY (run_id, ordinal),
    CHECK ((state = 'DONE') = (outcomes IS NOT NULL)),
    CHECK ((state = 'ERROR') = (missing IS NOT NULL))
);

CREATE INDEX cell_open ON cell (run_id, ordinal) WHERE state IN ('PENDING', 'LEASED');

GRANT SELECT, INSERT, UPDATE ON run, cell TO ${runtimeRole};
