-- Which programme a rendition of several sounds waits for or plays, so that its slots are found when it is made.
CREATE TABLE schedule.rendition_programme (
  rendition_id text PRIMARY KEY REFERENCES schedule.rendition (id),
  programme_key text NOT NULL
);
CREATE INDEX rendition_programme_key ON schedule.rendition_programme (programme_key);
