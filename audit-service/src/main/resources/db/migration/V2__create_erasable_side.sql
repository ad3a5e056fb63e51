-- The erasable side: what people said, encrypted under a key of their own. Destroying a key makes all of it
-- unreadable, and the commitments in the log unguessable, without touching a single proof.
CREATE SCHEMA erasable;

-- One data key per customer, agent, conversation without a known customer, and tenant; wrapped by the key that the
-- keyset holds, never in the clear.
CREATE TABLE erasable.subject_key (
    key_id      uuid        PRIMARY KEY,
    tenant      text        NOT NULL,
    kind        smallint    NOT NULL,
    wrapped_key bytea       NOT NULL,
    kek_epoch   integer     NOT NULL,
    created_at  timestamptz NOT NULL
);
-- A tenant has one key of its own: every other reference is keyed with it.
CREATE UNIQUE INDEX subject_key_of_tenant ON erasable.subject_key (tenant) WHERE kind = 0;

-- Whose key is whose. The handle is an HMAC under the tenant's key; it goes when the person is erased.
CREATE TABLE erasable.subject_ref (
    tenant text  NOT NULL,
    handle bytea NOT NULL CHECK (octet_length(handle) = 32),
    key_id uuid  NOT NULL REFERENCES erasable.subject_key,
    PRIMARY KEY (tenant, handle, key_id)
);
CREATE INDEX subject_ref_by_key ON erasable.subject_ref (key_id);

-- The disclosures of an entry, one row per key they are sealed under. The log holds the hash of the ciphertext.
CREATE TABLE erasable.payload (
    log_id     smallint NOT NULL,
    seq        bigint   NOT NULL,
    holder     smallint NOT NULL,
    key_id     uuid     NOT NULL,
    ciphertext bytea    NOT NULL,
    PRIMARY KEY (log_id, seq, holder)
);
-- It is compressed before it is sealed; trying again would only cost time.
ALTER TABLE erasable.payload ALTER COLUMN ciphertext SET STORAGE EXTERNAL;

GRANT USAGE ON SCHEMA erasable TO ${runtimeRole};
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA erasable TO ${runtimeRole};
