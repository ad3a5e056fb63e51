-- Transactions leave what changed here, unnumbered: a number taken inside a transaction becomes visible when that
-- transaction commits, and a reader who is past a larger number would never see it.
CREATE TABLE feed_arrival (
    position     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant       text        NOT NULL,
    case_id      uuid        NOT NULL,
    type         text        NOT NULL,
    case_version bigint      NOT NULL,
    arrived_at   timestamptz NOT NULL
);

-- The feed of a tenant, numbered from 1 without gaps by one worker after the commit.
CREATE TABLE feed_entry (
    tenant       text        NOT NULL,
    sequence     bigint      NOT NULL,
    case_id      uuid        NOT NULL,
    type         text        NOT NULL,
    case_version bigint      NOT NULL,
    arrived_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant, sequence)
);

CREATE INDEX feed_entry_arrived_at ON feed_entry (arrived_at);

-- The last number given; it outlives the entries, which are kept only for a while.
CREATE TABLE feed_head (
    tenant   text PRIMARY KEY,
    sequence bigint NOT NULL
);

GRANT SELECT, INSERT, DELETE ON feed_arrival TO ${runtimeRole};
GRANT SELECT, INSERT, DELETE ON feed_entry TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE ON feed_head TO ${runtimeRole};
