CREATE SCHEMA poles;

-- Printed on the pole: it stays, whatever becomes of the device.
CREATE TABLE poles.code (
  device_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);

CREATE TABLE poles.report (
  id text PRIMARY KEY,
  device_id text NOT NULL,
  at timestamptz NOT NULL,
  complaint text NOT NULL,
  words text NOT NULL,
  phone text,
  tracking_word text NOT NULL,
  UNIQUE (device_id, tracking_word)
);
CREATE INDEX report_of_device ON poles.report (device_id, at DESC);
CREATE INDEX report_with_phone ON poles.report (at) WHERE phone IS NOT NULL;
