CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA territory;

CREATE TABLE territory.unit (
  id text PRIMARY KEY,
  -- Grows with every write about the unit; an update names the one it saw.
  revision integer NOT NULL
);

-- A code names one unit for ever: this table holds it after the unit has ended or changed its code.
CREATE TABLE territory.unit_code (
  code text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES territory.unit (id),
  UNIQUE (code, unit_id)
);

CREATE TABLE territory.unit_version (
  unit_id text NOT NULL REFERENCES territory.unit (id),
  valid_from date NOT NULL,
  -- The first day on which the version no longer holds.
  valid_to date CHECK (valid_to > valid_from),
  parent_id text REFERENCES territory.unit (id),
  -- Ids from the root down to the unit itself, as they are during this version.
  path ltree NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  code text NOT NULL,
  -- Kind, name and code without accents, for the search.
  folded text NOT NULL,
  households integer CHECK (households >= 0),
  latitude double precision,
  longitude double precision,
  legal_act jsonb,
  PRIMARY KEY (unit_id, valid_from),
  FOREIGN KEY (code, unit_id) REFERENCES territory.unit_code (code, unit_id),
  CHECK ((parent_id IS NULL) = (nlevel(path) = 1)),
  CONSTRAINT unit_version_overlaps EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)
);
CREATE INDEX unit_version_path ON territory.unit_version USING gist (path);

-- What of an old unit went on in a new one, and with which share of its counts.
CREATE TABLE territory.succession (
  old_unit_id text NOT NULL REFERENCES territory.unit (id),
  new_unit_id text NOT NULL REFERENCES territory.unit (id),
  takes_effect_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'move')),
  weight double precision NOT NULL CHECK (weight > 0 AND weight <= 1),
  legal_act jsonb NOT NULL,
  PRIMARY KEY (old_unit_id, new_unit_id, takes_effect_on)
);
CREATE INDEX succession_new_unit ON territory.succession (new_unit_id);
