CREATE SCHEMA alarms;

CREATE TABLE alarms.alarm (
  id text PRIMARY KEY,
  -- Null when it stands for many devices of the unit at once.
  device_id text,
  unit_id text NOT NULL,
  kind text NOT NULL,
  -- 1 minor, 2 serious, 3 urgent: a number, because lists are in its order.
  severity smallint NOT NULL CHECK (severity BETWEEN 1 AND 3),
  facts jsonb NOT NULL,
  version integer NOT NULL,
  occurrences integer NOT NULL,
  opened_at timestamptz NOT NULL,
  renewed_at timestamptz NOT NULL,
  cleared_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_name text,
  note text NOT NULL DEFAULT '',
  closed_at timestamptz,
  -- The alarm that stands for this one and for others like it.
  summary_id text REFERENCES alarms.alarm (id),
  CHECK (closed_at IS NULL OR (cleared_at IS NOT NULL))
);
CREATE UNIQUE INDEX alarm_standing ON alarms.alarm ((coalesce(device_id, unit_id)), kind) WHERE closed_at IS NULL;
CREATE INDEX alarm_of_unit ON alarms.alarm (unit_id, opened_at) WHERE closed_at IS NULL;
CREATE INDEX alarm_of_device ON alarms.alarm (device_id, opened_at DESC);
CREATE INDEX alarm_closed ON alarms.alarm (unit_id, closed_at DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX alarm_under ON alarms.alarm (summary_id) WHERE summary_id IS NOT NULL;

-- Written once for each test a device made of itself, whatever is sent twice.
CREATE TABLE alarms.self_test (
  device_id text NOT NULL,
  log text NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  result text NOT NULL,
  reason text,
  heard boolean,
  heard_level double precision,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, log, seq)
);
CREATE INDEX self_test_of_device ON alarms.self_test (device_id, at DESC);
