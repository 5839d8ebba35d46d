CREATE SCHEMA bulletins;

-- What everyone asks about a bulletin; the words of its current version are copied here for lists and the search.
CREATE TABLE bulletins.bulletin (
  id text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES territory.unit (id),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn', 'expired')),
  version integer NOT NULL,
  writers text[] NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  submitted_at timestamptz,
  submitted_by text,
  published_at timestamptz,
  reason text,
  title text NOT NULL,
  -- Without accents, for the order of a list: the embedded database knows no Vietnamese order.
  title_key text NOT NULL,
  summary text NOT NULL,
  kind text NOT NULL,
  class text NOT NULL,
  topic_id text NOT NULL,
  document_number text NOT NULL,
  languages text[] NOT NULL,
  writer_name text NOT NULL,
  valid_until timestamptz,
  -- Titles as written weigh A, texts B; the same without accents C and D.
  search tsvector NOT NULL
);
CREATE INDEX bulletin_updated ON bulletins.bulletin (updated_at DESC, id DESC);
CREATE INDEX bulletin_unit ON bulletins.bulletin (unit_id, updated_at DESC, id DESC);
CREATE INDEX bulletin_state ON bulletins.bulletin (state, updated_at DESC, id DESC);
CREATE INDEX bulletin_search ON bulletins.bulletin USING gin (search);
CREATE INDEX bulletin_ends ON bulletins.bulletin (valid_until) WHERE state IN ('approved', 'published');

CREATE TABLE bulletins.version (
  bulletin_id text NOT NULL REFERENCES bulletins.bulletin (id),
  number integer NOT NULL,
  content jsonb NOT NULL,
  title text NOT NULL,
  written_by text NOT NULL,
  writer_name text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (bulletin_id, number)
);

CREATE INDEX version_attachments ON bulletins.version USING gin ((content -> 'attachments') jsonb_path_ops);

CREATE FUNCTION bulletins.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version is written once';
END $$;

CREATE TRIGGER version_is_kept BEFORE UPDATE OR DELETE ON bulletins.version
  FOR EACH ROW EXECUTE FUNCTION bulletins.refuse_change();
