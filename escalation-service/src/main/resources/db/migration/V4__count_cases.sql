-- How many cases stand in each state. Counting 100,000 rows for every list costs more than the list; one counter per
-- state would make every claim of a tenant wait for the claim before it. So each connection counts in a slot of its
-- own, and a reader adds up the few slots. A trigger keeps the counters, so that no statement can forget them.
CREATE TABLE case_count (
    tenant text     NOT NULL,
    state  text     NOT NULL,
    slot   smallint NOT NULL,
    cases  bigint   NOT NULL,
    PRIMARY KEY (tenant, state, slot)
);

CREATE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = NEW.state THEN
        RETURN NULL;
    END IF;
    -- Two transactions that touch two states of one slot take them in the same order, so they cannot deadlock.
    INSERT INTO public.case_count AS counter (tenant, state, slot, cases)
    SELECT NEW.tenant, change.state, pg_backend_pid() % 16, change.cases
    FROM (VALUES (NEW.state, 1), (CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, -1)) AS change (state, cases)
    WHERE change.state IS NOT NULL
    ORDER BY change.state
    ON CONFLICT (tenant, state, slot) DO UPDATE SET cases = counter.cases + excluded.cases;
    RETURN NULL;
END
$$;

CREATE TRIGGER count_case AFTER INSERT OR UPDATE OF state ON support_case
    FOR EACH ROW EXECUTE FUNCTION count_case();

GRANT SELECT ON case_count TO ${runtimeRole};
