CREATE SCHEMA assignments;

-- Every decision that a device belongs to another unit; the newest of a device is the one it is to obey.
CREATE TABLE assignments.assignment (
  device_id text NOT NULL REFERENCES devices.device (id),
  -- From the sequence of the line-ups, so that one can tell which of the two came first.
  version bigint NOT NULL,
  former_unit_id text NOT NULL,
  unit_id text NOT NULL,
  village_id text,
  decided_at timestamptz NOT NULL,
  -- When the device said that it obeys it.
  confirmed_at timestamptz,
  PRIMARY KEY (device_id, version)
);
CREATE INDEX assignment_unconfirmed ON assignments.assignment (device_id) WHERE confirmed_at IS NULL;
