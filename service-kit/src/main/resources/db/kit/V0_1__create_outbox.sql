-- Events that committed transactions want published; the relay deletes a row once Kafka has acknowledged it.
CREATE TABLE outbox (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic         text   NOT NULL,
    message_key   text,
    header_names  text[] NOT NULL,
    header_values text[] NOT NULL,
    value         bytea  NOT NULL,
    CHECK (cardinality(header_names) = cardinality(header_values))
);

GRANT SELECT, INSERT, DELETE ON outbox TO ${runtimeRole};
