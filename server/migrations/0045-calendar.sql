CREATE SCHEMA calendar;

CREATE TABLE calendar.year (
  unit_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('lunarDays', 'offDays')),
  year integer NOT NULL,
  version integer NOT NULL,
  source jsonb NOT NULL,
  days jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, kind, year)
);
