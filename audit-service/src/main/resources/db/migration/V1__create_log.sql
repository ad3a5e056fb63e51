-- The immutable side: what a third party checks. It holds commitments and keyed references, never a person's words.
-- Nobody changes or removes a row of it: the runtime role has no such right, and the triggers say why to everybody else.
CREATE SCHEMA ledger;

-- One row per log, and the only row of this schema that changes: how far the log has come and who may write to it.
-- The epoch is the fencing token: it rises whenever the right to write changes hands.
CREATE TABLE ledger.log_state (
    log_id      smallint    PRIMARY KEY,
    origin      text        NOT NULL UNIQUE,
    epoch       bigint      NOT NULL,
    lease_owner text        NOT NULL,
    lease_until timestamptz NOT NULL,
    size        bigint      NOT NULL CHECK (size >= 0),
    root        bytea       NOT NULL CHECK (octet_length(root) = 32),
    -- The size and the roots of the complete subtrees that make up the tree: enough to derive the root again.
    frontier    bytea       NOT NULL CHECK (octet_length(frontier) % 32 = 8 AND octet_length(frontier) <= 8 + 63 * 32)
);

CREATE TABLE ledger.entry (
    log_id      smallint    NOT NULL,
    seq         bigint      NOT NULL CHECK (seq >= 0),
    kind        smallint    NOT NULL,
    -- Null where even the tenant of a quarantined record could not be read.
    tenant      text,
    event_id    uuid,
    type        text,
    occurred_at timestamptz,
    recorded_at timestamptz NOT NULL,
    conv_ref    bytea       CHECK (octet_length(conv_ref) = 16),
    leaf_hash   bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
    body        bytea       NOT NULL CHECK (octet_length(body) BETWEEN 1 AND 65535),
    PRIMARY KEY (log_id, seq)
);
CREATE INDEX entry_by_tenant ON ledger.entry (log_id, tenant, seq);
CREATE INDEX entry_by_type ON ledger.entry (log_id, tenant, type, seq);
CREATE INDEX entry_by_conversation ON ledger.entry (log_id, conv_ref, seq) WHERE conv_ref IS NOT NULL;

-- Full tiles only (C2SP tlog-tiles); partial ones are put together from what stands below them. The root of a tile is
-- the hash that stands for it one level up.
CREATE TABLE ledger.tile (
    log_id smallint NOT NULL,
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    idx    bigint   NOT NULL CHECK (idx >= 0),
    hashes bytea    NOT NULL CHECK (octet_length(hashes) = 8192),
    root   bytea    NOT NULL CHECK (octet_length(root) = 32),
    PRIMARY KEY (log_id, level, idx)
);

-- Every checkpoint that was ever signed; the key makes two roots for one size impossible.
CREATE TABLE ledger.checkpoint (
    log_id     smallint    NOT NULL,
    size       bigint      NOT NULL CHECK (size >= 0),
    root       bytea       NOT NULL CHECK (octet_length(root) = 32),
    note       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (log_id, size)
);

-- Which checkpoints were announced as an event; far fewer than were signed.
CREATE TABLE ledger.announcement (
    log_id       smallint    NOT NULL,
    size         bigint      NOT NULL,
    announced_at timestamptz NOT NULL,
    PRIMARY KEY (log_id, size),
    FOREIGN KEY (log_id, size) REFERENCES ledger.checkpoint
);

-- Which events the log holds. The digest is keyed and stands for the content: the same id with the same digest is a
-- duplicate, with another digest a conflict that gets an entry of its own.
CREATE TABLE ledger.event_seen (
    log_id   smallint NOT NULL,
    tenant   text     NOT NULL,
    event_id uuid     NOT NULL,
    digest   bytea    NOT NULL CHECK (octet_length(digest) = 32),
    seq      bigint   NOT NULL,
    PRIMARY KEY (log_id, tenant, event_id, digest)
);

-- Where reading goes on; moved in the transaction that appends what was read.
CREATE TABLE ledger.kafka_offset (
    log_id      smallint NOT NULL,
    topic       text     NOT NULL,
    partition   integer  NOT NULL,
    next_offset bigint   NOT NULL CHECK (next_offset >= 0),
    epoch       bigint   NOT NULL,
    PRIMARY KEY (log_id, topic, partition)
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: the log only grows', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege',
              DETAIL = 'Checkpoints that others hold commit to every row; a changed row would make every proof fail.',
              HINT = 'To make personal data unreadable, destroy the key on the erasable side. The log stays as it is.';
END $$;

CREATE TRIGGER entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER tile_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.tile
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER announcement_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.announcement
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER event_seen_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event_seen
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER log_state_stays BEFORE DELETE OR TRUNCATE ON ledger.log_state
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE FUNCTION ledger.refuse_shrinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size < OLD.size OR NEW.epoch < OLD.epoch OR NEW.origin <> OLD.origin
            OR (NEW.size = OLD.size AND NEW.root <> OLD.root) THEN
        RAISE EXCEPTION 'the log % cannot go from size %, epoch % to size %, epoch %, or change its root or origin',
                OLD.origin, OLD.size, OLD.epoch, NEW.size, NEW.epoch
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER log_state_only_grows BEFORE UPDATE ON ledger.log_state
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_shrinking();

GRANT USAGE ON SCHEMA ledger TO ${runtimeRole}, ${readerRole};
GRANT SELECT, INSERT ON ledger.entry, ledger.tile, ledger.checkpoint, ledger.announcement, ledger.event_seen
    TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE ON ledger.log_state, ledger.kafka_offset TO ${runtimeRole};
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO ${readerRole};
