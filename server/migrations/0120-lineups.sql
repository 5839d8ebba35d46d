CREATE SCHEMA lineups;

-- One count for the whole instance: a device refuses whatever is older than what it has.
CREATE SEQUENCE lineups.version;

-- Devices of one unit that share a line-up.
CREATE TABLE lineups.audience (
  id text PRIMARY KEY,
  unit_id text NOT NULL,
  version bigint NOT NULL,
  issued_at timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  -- Over what it plays and its guard: an equal one is not issued again.
  content_sha256 text NOT NULL,
  kid text NOT NULL,
  jws text NOT NULL
);
CREATE INDEX audience_unit ON lineups.audience (unit_id);
CREATE INDEX audience_issued ON lineups.audience (issued_at);

-- The tree of units each unit's line-ups were planned in, as a hash: in another one they are planned anew.
CREATE TABLE lineups.planned_tree (
  unit_id text PRIMARY KEY,
  tree_sha256 text NOT NULL
);

CREATE TABLE lineups.member (
  device_id text PRIMARY KEY,
  audience_id text NOT NULL REFERENCES lineups.audience (id)
);
CREATE INDEX member_audience ON lineups.member (audience_id);

-- What is or was to sound, per device-sharing group: for "today", for expected counts and for the public.
CREATE TABLE lineups.planned_item (
  unit_id text NOT NULL,
  audience_id text NOT NULL,
  item_id text NOT NULL,
  slot_id text NOT NULL,
  title text NOT NULL,
  class text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  media_sha256 text NOT NULL,
  bulletin_ids text[] NOT NULL,
  devices integer NOT NULL,
  PRIMARY KEY (audience_id, item_id)
);
CREATE INDEX planned_item_unit ON lineups.planned_item (unit_id, starts_at);
CREATE INDEX planned_item_media ON lineups.planned_item (media_sha256);
