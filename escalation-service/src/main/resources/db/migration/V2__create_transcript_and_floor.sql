-- What was said, numbered from 1 without gaps within a case. Rows are never changed.
CREATE TABLE transcript_entry (
    tenant            text        NOT NULL,
    case_id           uuid        NOT NULL,
    sequence          bigint      NOT NULL CHECK (sequence > 0),
    id                uuid        NOT NULL,
    speaker           text        NOT NULL CHECK (speaker IN ('customer', 'bot', 'withheld', 'human')),
    agent_subject     text,
    agent_name        text,
    content           text        NOT NULL,
    said_at           timestamptz NOT NULL,
    decision_id       text,
    client_message_id uuid,
    floor_epoch       bigint,
    PRIMARY KEY (tenant, case_id, sequence),
    UNIQUE (tenant, case_id, client_message_id),
    FOREIGN KEY (tenant, case_id) REFERENCES support_case (tenant, id),
    CHECK ((speaker = 'human') = (agent_subject IS NOT NULL AND agent_name IS NOT NULL)),
    CHECK ((speaker = 'human') = (client_message_id IS NOT NULL AND floor_epoch IS NOT NULL))
);

-- Who may speak in a conversation; the epoch outlives the cases.
CREATE TABLE floor (
    tenant          text        NOT NULL,
    conversation_id text        NOT NULL,
    holder          text        NOT NULL CHECK (holder IN ('bot', 'held', 'human')),
    agent_subject   text,
    agent_name      text,
    epoch           bigint      NOT NULL CHECK (epoch > 0),
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant, conversation_id),
    CHECK ((holder = 'human') = (agent_subject IS NOT NULL AND agent_name IS NOT NULL))
);

GRANT SELECT, INSERT ON transcript_entry TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE ON floor TO ${runtimeRole};
