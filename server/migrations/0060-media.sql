CREATE SCHEMA media;

-- A stored file, by the SHA-256 of its bytes; a sound with what was measured of it.
CREATE TABLE media.file (
  sha256 text PRIMARY KEY,
  bytes bigint NOT NULL,
  mime_type text NOT NULL,
  seconds double precision,
  loudness_lufs double precision,
  true_peak_dbfs double precision,
  waveform jsonb,
  stored_at timestamptz NOT NULL
);

-- The same sound as through a horn, made when somebody first asks for it.
CREATE TABLE media.horn (
  sha256 text PRIMARY KEY REFERENCES media.file (sha256),
  horn_sha256 text NOT NULL REFERENCES media.file (sha256)
);

CREATE TABLE media.item (
  id text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES territory.unit (id),
  owner_id text NOT NULL,
  owner_name text NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  source text NOT NULL,
  title text NOT NULL,
  speaker_name text NOT NULL,
  royalty_line text NOT NULL,
  file_name text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('preparing', 'ready', 'refused')),
  refusal jsonb,
  scan text,
  sha256 text REFERENCES media.file (sha256),
  -- An upload is registered once, however often the call is repeated.
  upload_id text NOT NULL UNIQUE,
  -- When whoever prepares it gave the last sign of life; null for what was never to be prepared.
  touched_at timestamptz,
  cut jsonb NOT NULL,
  folded text NOT NULL,
  CHECK ((state = 'ready') = (sha256 IS NOT NULL))
);
CREATE INDEX item_unit ON media.item (unit_id, created_at DESC, id DESC);
CREATE INDEX item_open ON media.item (touched_at) WHERE state = 'preparing';
CREATE INDEX item_sha256 ON media.item (sha256);
