CREATE SCHEMA emergencies;

-- One count for the whole instance: a loudspeaker refuses whatever is older than what it has of the same event.
CREATE SEQUENCE emergencies.document_version;

CREATE TABLE emergencies.series (
  id text PRIMARY KEY,
  unit_id text NOT NULL,
  hazard text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE INDEX series_of_unit ON emergencies.series (unit_id, opened_at DESC);

CREATE TABLE emergencies.message (
  id text PRIMARY KEY,
  -- Written once: what refers to a message is of its type, which the references below hold.
  type text NOT NULL CHECK (type IN ('emergency', 'drill')),
  purpose text NOT NULL CHECK (purpose IN ('alert', 'update', 'correction', 'cancellation', 'allClear')),
  event_id text NOT NULL,
  reference_id text,
  series_id text REFERENCES emergencies.series (id),
  series_number integer,
  unit_id text NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  hazard text NOT NULL,
  risk_level smallint CHECK (risk_level BETWEEN 1 AND 5),
  urgency text NOT NULL,
  severity text NOT NULL,
  certainty text NOT NULL,
  headline text NOT NULL,
  body text NOT NULL,
  area_unit_ids text[] NOT NULL,
  polygon jsonb,
  siren text NOT NULL,
  rounds integer NOT NULL,
  every_minutes integer,
  valid_minutes integer NOT NULL,
  written_by text NOT NULL,
  written_name text NOT NULL,
  written_at timestamptz NOT NULL,
  asked_at timestamptz,
  confirmed_by text,
  confirmed_name text,
  confirmed_at timestamptz,
  break_glass_reason text,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_reason text,
  UNIQUE (id, type),
  CHECK ((purpose = 'alert') = (reference_id IS NULL)),
  -- Two people, or one who said why.
  CHECK (confirmed_by IS NULL OR confirmed_by <> written_by OR break_glass_reason IS NOT NULL
    OR purpose IN ('correction', 'cancellation')),
  FOREIGN KEY (reference_id, type) REFERENCES emergencies.message (id, type),
  FOREIGN KEY (event_id, type) REFERENCES emergencies.message (id, type) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX message_of_unit ON emergencies.message (unit_id, written_at DESC);
CREATE INDEX message_of_event ON emergencies.message (event_id);
CREATE INDEX message_waiting ON emergencies.message (asked_at) WHERE state = 'waiting';
CREATE INDEX message_on_air ON emergencies.message (expires_at) WHERE state IN ('confirmed', 'sounding');

-- Siren and speech of a message, made while the second person reads. A correction is made with its alert.
CREATE TABLE emergencies.sound (
  message_id text NOT NULL REFERENCES emergencies.message (id),
  part text NOT NULL CHECK (part IN ('message', 'correction')),
  -- Over what is spoken and the siren: the same words are not spoken anew.
  words_sha256 text NOT NULL,
  state text NOT NULL CHECK (state IN ('making', 'ready', 'failed')),
  touched_at timestamptz NOT NULL,
  spoken text NOT NULL,
  reading text,
  unknown_words text[] NOT NULL,
  media_sha256 text,
  bytes bigint,
  seconds double precision,
  PRIMARY KEY (message_id, part)
);
CREATE INDEX sound_by_words ON emergencies.sound (words_sha256) WHERE state = 'ready';
CREATE INDEX sound_making ON emergencies.sound (touched_at) WHERE state = 'making';

CREATE TABLE emergencies.asked (
  message_id text NOT NULL REFERENCES emergencies.message (id),
  account_id text NOT NULL,
  name text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (message_id, account_id)
);

-- What is signed for the devices of one unit; sent at once and again until each of them has it or it is over.
CREATE TABLE emergencies.document (
  version bigint PRIMARY KEY,
  message_id text NOT NULL REFERENCES emergencies.message (id),
  unit_id text NOT NULL,
  jws text NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Null: every device has it, or it is over.
  send_at timestamptz,
  sent integer NOT NULL DEFAULT 0
);
CREATE INDEX document_to_send ON emergencies.document (send_at) WHERE send_at IS NOT NULL;
CREATE INDEX document_of_message ON emergencies.document (message_id);

-- The audience of a message, as it was when it was confirmed, and what became of it on each device.
CREATE TABLE emergencies.delivery (
  message_id text NOT NULL REFERENCES emergencies.message (id),
  device_id text NOT NULL,
  document_version bigint NOT NULL,
  state text NOT NULL,
  reason text,
  heard boolean,
  told_at timestamptz,
  PRIMARY KEY (message_id, device_id)
);
CREATE INDEX delivery_of_device ON emergencies.delivery (device_id, message_id);
CREATE INDEX delivery_of_document ON emergencies.delivery (document_version) WHERE state = 'sent';

CREATE TABLE emergencies.roster (
  unit_id text PRIMARY KEY,
  version integer NOT NULL
);

CREATE TABLE emergencies.turn (
  unit_id text NOT NULL REFERENCES emergencies.roster (unit_id),
  account_id text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  rank integer NOT NULL,
  PRIMARY KEY (unit_id, account_id, starts_at)
);
