-- The tokens of people who are logged in. The browser holds a random key; the row is found by its hash, and its content
-- is encrypted with it, so neither a copy of this table nor a look at the cookie gives anybody a token.
CREATE TABLE session (
    key_hash   bytea       PRIMARY KEY,
    tokens     bytea       NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX session_expires_at ON session (expires_at);

GRANT SELECT, INSERT, DELETE ON session TO ${runtimeRole};
