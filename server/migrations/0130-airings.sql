CREATE SCHEMA airings;

CREATE TABLE airings.airing (
  device_id text NOT NULL,
  log text NOT NULL,
  seq bigint NOT NULL,
  -- The unit of the device when the airing came in; titles too are kept as they were.
  unit_id text NOT NULL,
  item_id text NOT NULL,
  slot_id text NOT NULL,
  class text NOT NULL,
  title text NOT NULL,
  lineup_version bigint NOT NULL,
  content_hashes text[] NOT NULL,
  bulletin_ids text[] NOT NULL,
  media_sha256 text NOT NULL,
  planned_at timestamptz NOT NULL,
  started_at timestamptz,
  played_seconds double precision NOT NULL,
  planned_seconds double precision NOT NULL,
  result text NOT NULL,
  reason text,
  heard_level double precision,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, log, seq)
);
CREATE INDEX airing_unit ON airings.airing (unit_id, planned_at);
CREATE INDEX airing_item ON airings.airing (item_id);
CREATE INDEX airing_bulletins ON airings.airing USING gin (bulletin_ids);

-- How far each log of a device is stored without a gap; what is acknowledged.
CREATE TABLE airings.log (
  device_id text NOT NULL,
  log text NOT NULL,
  acknowledged bigint NOT NULL,
  PRIMARY KEY (device_id, log)
);

-- Kept by the write path, equal to a recount of the airings.
CREATE TABLE airings.daily_sum (
  unit_id text NOT NULL,
  day date NOT NULL,
  channel text NOT NULL,
  result text NOT NULL,
  airings bigint NOT NULL,
  seconds double precision NOT NULL,
  PRIMARY KEY (unit_id, day, channel, result)
);
