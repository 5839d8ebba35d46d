CREATE SCHEMA devices;

CREATE TABLE devices.device (
  id text PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('speaker', 'board')),
  name text NOT NULL,
  -- Whose device it is, as a rule a commune; the village it stands in lies below.
  unit_id text NOT NULL,
  village_id text,
  latitude double precision,
  longitude double precision,
  households integer NOT NULL DEFAULT 0,
  horns integer NOT NULL DEFAULT 0,
  watts_per_horn integer NOT NULL DEFAULT 0,
  sim_carrier text,
  sim_number text,
  model text,
  firmware text,
  note text NOT NULL DEFAULT '',
  -- The device as a thing the unit owns; days as days, without a zone.
  purchased_on date,
  price bigint CHECK (price >= 0),
  useful_years integer CHECK (useful_years > 0),
  warranty_until date,
  photo_sha256 text,
  registered_at timestamptz NOT NULL,
  claimed_at timestamptz,
  retired_at timestamptz,
  secret_hash text,
  claim_code_sha256 text UNIQUE,
  claim_expires_at timestamptz
);
CREATE INDEX device_unit ON devices.device (unit_id) WHERE retired_at IS NULL;

-- Apart from the device, because it changes every 30 seconds.
CREATE TABLE devices.state (
  device_id text PRIMARY KEY REFERENCES devices.device (id),
  last_seen_at timestamptz NOT NULL,
  telemetry jsonb NOT NULL
);

CREATE TABLE devices.refusal (
  id text PRIMARY KEY,
  device_id text NOT NULL REFERENCES devices.device (id),
  at timestamptz NOT NULL,
  subject text NOT NULL,
  fault text NOT NULL,
  detail text NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX refusal_device ON devices.refusal (device_id, received_at DESC);
-- A message may come twice: delivered again, or heard by two servers at one broker.
CREATE UNIQUE INDEX refusal_once ON devices.refusal (device_id, at, subject, fault, detail);

CREATE TABLE devices.device_group (
  id text PRIMARY KEY,
  version integer NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  UNIQUE (unit_id, name)
);

CREATE TABLE devices.group_member (
  group_id text NOT NULL REFERENCES devices.device_group (id),
  device_id text NOT NULL REFERENCES devices.device (id),
  PRIMARY KEY (group_id, device_id)
);

-- The root key of the instance and the signing keys under it.
CREATE TABLE devices.signing_key (
  kid text PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('root', 'signing')),
  private_jwk jsonb NOT NULL,
  not_before timestamptz NOT NULL,
  not_after timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_root_key ON devices.signing_key (role) WHERE role = 'root';
