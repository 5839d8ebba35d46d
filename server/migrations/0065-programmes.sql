CREATE SCHEMA programmes;

-- Several sounds played as one, made once for the same sounds in the same order.
CREATE TABLE programmes.programme (
  -- Over the hashes of the sounds, in order.
  key text PRIMARY KEY,
  sounds text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'rendering', 'ready', 'failed')),
  media_sha256 text REFERENCES media.file (sha256),
  bytes integer,
  seconds double precision,
  refusal jsonb,
  -- When whoever makes it gave the last sign of life.
  touched_at timestamptz NOT NULL
);
CREATE INDEX programme_unfinished ON programmes.programme (touched_at) WHERE state IN ('queued', 'rendering');
