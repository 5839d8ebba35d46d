CREATE SCHEMA approval;

-- Every decision about a bulletin. What was heard at the decision is copied here, so that it plays whatever a later
-- render makes of the same words.
CREATE TABLE approval.decision (
  id text PRIMARY KEY,
  bulletin_id text NOT NULL,
  version integer NOT NULL,
  unit_id text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'returned')),
  decided_by text NOT NULL,
  decider_name text NOT NULL,
  decided_at timestamptz NOT NULL,
  reason text,
  content_hash text,
  limits jsonb,
  paper jsonb,
  title text NOT NULL,
  class text NOT NULL,
  soundings jsonb NOT NULL,
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('edit', 'withdrawal', 'expiry')),
  FOREIGN KEY (bulletin_id, version) REFERENCES bulletins.version (bulletin_id, number),
  CHECK ((decision = 'approved') = (content_hash IS NOT NULL AND limits IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX decision_bulletin ON approval.decision (bulletin_id, decided_at DESC, id DESC);
CREATE INDEX decision_unit ON approval.decision (unit_id, decided_at DESC, id DESC);
-- At most one approval of a bulletin is in force.
CREATE UNIQUE INDEX decision_in_force ON approval.decision (bulletin_id) WHERE decision = 'approved' AND ended_at IS NULL;

CREATE FUNCTION approval.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL
    AND to_jsonb(OLD) - 'ended_at' - 'ended_by' = to_jsonb(NEW) - 'ended_at' - 'ended_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a decision is kept as it was taken';
END $$;

CREATE TRIGGER decision_is_kept BEFORE UPDATE OR DELETE ON approval.decision
  FOR EACH ROW EXECUTE FUNCTION approval.refuse_change();
