CREATE SCHEMA telemetry;

-- One row for each device and hour, whatever the number of heartbeats. Room is left in a page, so that a row that grows
-- within its hour need not move.
CREATE TABLE telemetry.hour (
  device_id text NOT NULL,
  hour timestamptz NOT NULL,
  count integer NOT NULL,
  signal_dbm_least double precision,
  signal_dbm_most double precision,
  signal_dbm_sum double precision,
  signal_dbm_count integer,
  mains_power_least double precision,
  mains_power_most double precision,
  mains_power_sum double precision,
  mains_power_count integer,
  battery_percent_least double precision,
  battery_percent_most double precision,
  battery_percent_sum double precision,
  battery_percent_count integer,
  temperature_celsius_least double precision,
  temperature_celsius_most double precision,
  temperature_celsius_sum double precision,
  temperature_celsius_count integer,
  disk_free_bytes_least double precision,
  disk_free_bytes_most double precision,
  disk_free_bytes_sum double precision,
  disk_free_bytes_count integer,
  clock_error_milliseconds_least double precision,
  clock_error_milliseconds_most double precision,
  clock_error_milliseconds_sum double precision,
  clock_error_milliseconds_count integer,
  volume_least double precision,
  volume_most double precision,
  volume_sum double precision,
  volume_count integer,
  lineup_age_seconds_least double precision,
  lineup_age_seconds_most double precision,
  lineup_age_seconds_sum double precision,
  lineup_age_seconds_count integer,
  PRIMARY KEY (device_id, hour)
) WITH (fillfactor = 70);
CREATE INDEX hour_age ON telemetry.hour USING brin (hour);

-- When a server listened: one row for each run of each server, lengthened as it goes.
CREATE TABLE telemetry.listening (
  id text PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
