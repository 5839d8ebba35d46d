CREATE SCHEMA voice;

-- How words are spoken in a unit and in all units below it.
CREATE TABLE voice.dictionary_entry (
  id text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES territory.unit (id),
  written text NOT NULL,
  -- Lower case, unless the case matters: one entry a word.
  written_key text NOT NULL,
  folded text NOT NULL,
  spoken text NOT NULL,
  match_case boolean NOT NULL,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  UNIQUE (unit_id, written_key)
);

-- How one language of one version of a bulletin sounds.
CREATE TABLE voice.rendition (
  id text PRIMARY KEY,
  bulletin_id text NOT NULL,
  version integer NOT NULL,
  place integer NOT NULL,
  language text NOT NULL,
  source text NOT NULL CHECK (source IN ('machine', 'recording')),
  state text NOT NULL CHECK (state IN ('queued', 'rendering', 'ready', 'failed')),
  progress double precision NOT NULL,
  reading text,
  sentences jsonb,
  voice_id text,
  speed double precision NOT NULL,
  title text NOT NULL,
  -- Over the sentences, engine, voice, speed and title: the same again is not rendered again.
  reading_hash text,
  media_sha256 text REFERENCES media.file (sha256),
  engine text,
  voice text,
  refusal jsonb,
  -- When whoever renders it gave the last sign of life.
  touched_at timestamptz NOT NULL,
  UNIQUE (bulletin_id, version, language),
  CHECK ((state = 'ready') = (media_sha256 IS NOT NULL))
);
CREATE INDEX rendition_open ON voice.rendition (touched_at) WHERE state IN ('queued', 'rendering');
CREATE INDEX rendition_hash ON voice.rendition (reading_hash) WHERE state = 'ready';
CREATE INDEX rendition_media ON voice.rendition (media_sha256);
