-- From when those who step in see a task; until now that was when it was told again.
ALTER TABLE tasks.task ADD COLUMN step_in_at timestamptz;
UPDATE tasks.task SET step_in_at = remind_at;
ALTER TABLE tasks.task ALTER COLUMN step_in_at SET NOT NULL;

-- How long tasks wait in a unit, by the name of their kind: {"remindAfterMinutes", "stepInAfterMinutes"}.
CREATE TABLE tasks.waits (
  unit_id text PRIMARY KEY,
  version integer NOT NULL,
  -- Whether it was a province, or a centre, that decided.
  leads boolean NOT NULL,
  waits jsonb NOT NULL,
  saved_at timestamptz NOT NULL
);
