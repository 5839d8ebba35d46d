CREATE SCHEMA identity;

-- A person of staff. Locked, never deleted: the trail goes on naming them.
CREATE TABLE identity.account (
  id text PRIMARY KEY,
  user_name text NOT NULL UNIQUE,
  name text NOT NULL,
  position text NOT NULL DEFAULT '',
  phone text,
  pen_name text NOT NULL DEFAULT '',
  -- The unit that answers for the account. Only the first administrator can precede the units.
  unit_id text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  locked boolean NOT NULL DEFAULT false,
  lock_reason text,
  lock_expires timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Asked for by the account library and without meaning here: rights are rows of identity.grant_.
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role text
);
CREATE INDEX account_unit ON identity.account (unit_id, user_name);

CREATE TABLE identity.credential (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.account (id),
  provider_id text NOT NULL,
  provider_account_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, provider_account_id)
);
CREATE INDEX credential_account ON identity.credential (account_id);

CREATE TABLE identity.session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  account_id text NOT NULL REFERENCES identity.account (id),
  expires_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  second_factor_at timestamptz,
  ip_address text,
  user_agent text,
  impersonated_by text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX session_account ON identity.session (account_id);
CREATE INDEX session_expires_at ON identity.session (expires_at);

CREATE TABLE identity.verification (
  id text PRIMARY KEY,
  identifier text NOT NULL UNIQUE,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX verification_expires_at ON identity.verification (expires_at);

CREATE TABLE identity.second_factor (
  id text PRIMARY KEY,
  account_id text NOT NULL UNIQUE REFERENCES identity.account (id),
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  -- A code is taken once (RFC 6238, 5.2).
  last_code text
);

-- What an account may be in a unit, from one instant to another. Ended by valid_to, never deleted.
CREATE TABLE identity.grant_ (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.account (id),
  role text NOT NULL,
  unit_id text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  -- The account this one stands in for.
  deputy_for text REFERENCES identity.account (id),
  granted_by text,
  created_at timestamptz NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (deputy_for IS NULL OR (valid_to IS NOT NULL AND deputy_for <> account_id))
);
CREATE INDEX grant_account ON identity.grant_ (account_id, valid_to);
CREATE INDEX grant_unit ON identity.grant_ (unit_id, role);
CREATE INDEX grant_deputy_for ON identity.grant_ (deputy_for) WHERE deputy_for IS NOT NULL;

-- Wrong passwords of one name from one address; an empty name counts the whole address.
CREATE TABLE identity.failed_sign_in (
  user_name text NOT NULL,
  address text NOT NULL,
  failures integer NOT NULL,
  counting_since timestamptz NOT NULL,
  lockouts integer NOT NULL,
  locked_until timestamptz,
  last_failure_at timestamptz NOT NULL,
  PRIMARY KEY (user_name, address)
);
CREATE INDEX failed_sign_in_last ON identity.failed_sign_in (last_failure_at);

-- Links that open something once: set-up, invitation, sign-in. Only the hash of a link is kept.
CREATE TABLE identity.one_time_link (
  token_sha256 text PRIMARY KEY,
  kind text NOT NULL,
  account_id text REFERENCES identity.account (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_link_account ON identity.one_time_link (account_id);

-- Roles that need the second factor in a unit and below it.
CREATE TABLE identity.sign_in_policy (
  unit_id text PRIMARY KEY,
  second_factor_roles text[] NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Keys made at the first start, shared by the servers on this database.
CREATE TABLE identity.secret (
  name text PRIMARY KEY,
  value text NOT NULL,
  created_at timestamptz NOT NULL
);
