-- The times in which nothing was heard of a device, written when it is heard again. The one that lasts follows from its state.
CREATE TABLE devices.outage (
  device_id text NOT NULL REFERENCES devices.device (id),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  PRIMARY KEY (device_id, starts_at)
);
CREATE INDEX outage_ended ON devices.outage (ends_at);
