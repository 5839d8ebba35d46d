CREATE SCHEMA audit;

CREATE TABLE audit.line (
  id text PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id text,
  actor_name text NOT NULL,
  action text NOT NULL,
  unit_id text,
  subject_id text,
  details jsonb NOT NULL,
  address text
);
CREATE INDEX line_at ON audit.line (at DESC, id DESC);
CREATE INDEX line_unit ON audit.line (unit_id, at DESC);
CREATE INDEX line_subject ON audit.line (subject_id, at DESC);

-- The chain: one row a line, in order of sealing; each seal is over the one before and the line.
CREATE TABLE audit.seal (
  seq bigint PRIMARY KEY,
  line_id text NOT NULL UNIQUE REFERENCES audit.line (id),
  seal text NOT NULL,
  sealed_at timestamptz NOT NULL
);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to';
END $$;

CREATE TRIGGER line_is_kept BEFORE UPDATE OR DELETE ON audit.line FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER seal_is_kept BEFORE UPDATE OR DELETE ON audit.seal FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
