-- Events that this service has handled: one row makes the second delivery of an event a no-op.
CREATE TABLE inbox (
    event_id   uuid PRIMARY KEY,
    handled_at timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT, DELETE ON inbox TO ${runtimeRole};
