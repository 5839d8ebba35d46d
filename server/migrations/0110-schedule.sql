CREATE SCHEMA schedule;

-- What a slot plays: some bulletins in order. Which audio that is stands in their approvals.
CREATE TABLE schedule.rendition (
  id text PRIMARY KEY,
  unit_id text NOT NULL,
  title text NOT NULL,
  bulletin_ids text[] NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX rendition_bulletins ON schedule.rendition USING gin (bulletin_ids);

CREATE TABLE schedule.slot (
  id text PRIMARY KEY,
  version integer NOT NULL,
  unit_id text NOT NULL,
  rendition_id text REFERENCES schedule.rendition (id),
  slot jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancel_reason text
);
CREATE INDEX slot_unit ON schedule.slot (unit_id) WHERE cancelled_at IS NULL;
CREATE INDEX slot_rendition ON schedule.slot (rendition_id);

-- A commune's word on what normal slots from above it airs (Thông tư 39/2020/TT-BTTTT).
CREATE TABLE schedule.taking (
  unit_id text NOT NULL,
  slot_id text NOT NULL REFERENCES schedule.slot (id),
  taken boolean NOT NULL,
  reason text NOT NULL DEFAULT '',
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, slot_id)
);

CREATE TABLE schedule.standing_taking (
  unit_id text NOT NULL,
  from_unit_id text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, from_unit_id)
);

CREATE TABLE schedule.priority_order (
  unit_id text PRIMARY KEY,
  slot_ids text[] NOT NULL,
  decided_at timestamptz NOT NULL
);
