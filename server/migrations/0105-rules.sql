CREATE SCHEMA rules;

CREATE TABLE rules.unit_rules (
  unit_id text PRIMARY KEY,
  version integer NOT NULL,
  rules jsonb NOT NULL,
  holidays jsonb NOT NULL DEFAULT '[]',
  saved_at timestamptz NOT NULL
);

CREATE TABLE rules.quiet_place (
  id text PRIMARY KEY,
  unit_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  place jsonb NOT NULL,
  saved_at timestamptz NOT NULL
);
CREATE INDEX quiet_place_unit ON rules.quiet_place (unit_id);
