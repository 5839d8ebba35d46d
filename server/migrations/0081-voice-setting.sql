ALTER TABLE voice.rendition ADD COLUMN longer_pauses boolean NOT NULL DEFAULT false;

-- What a unit decided about its machine voice; it holds in all units below that did not decide.
CREATE TABLE voice.setting (
  unit_id text PRIMARY KEY REFERENCES territory.unit (id),
  spoken_notice boolean NOT NULL,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
