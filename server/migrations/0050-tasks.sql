CREATE SCHEMA tasks;

-- What waits for an account, or for whoever holds a role in a unit.
CREATE TABLE tasks.task (
  id text PRIMARY KEY,
  kind text NOT NULL,
  subject_id text NOT NULL,
  unit_id text NOT NULL,
  role text,
  account_id text,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  path text NOT NULL,
  opened_at timestamptz NOT NULL,
  remind_at timestamptz NOT NULL,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  CHECK ((role IS NULL) <> (account_id IS NULL))
);
-- A subject waits once for the same people.
CREATE UNIQUE INDEX task_open ON tasks.task (kind, subject_id, coalesce(role, ''), coalesce(account_id, ''))
  WHERE closed_at IS NULL;
CREATE INDEX task_role ON tasks.task (role, unit_id) WHERE closed_at IS NULL;
CREATE INDEX task_account ON tasks.task (account_id) WHERE closed_at IS NULL;
CREATE INDEX task_subject ON tasks.task (subject_id);
