-- Units a unit above them has put together under a name, to hand a role over all of them at once.
CREATE TABLE identity.unit_set (
  id text PRIMARY KEY,
  unit_id text NOT NULL,
  name text NOT NULL,
  unit_ids text[] NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX unit_set_unit ON identity.unit_set (unit_id, id);

-- A role over a set of units, from one instant to another. Ended by valid_to, never deleted.
CREATE TABLE identity.set_grant (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.account (id),
  role text NOT NULL,
  set_id text NOT NULL REFERENCES identity.unit_set (id),
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  granted_by text,
  created_at timestamptz NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX set_grant_account ON identity.set_grant (account_id);
CREATE INDEX set_grant_set ON identity.set_grant (set_id);

-- Every role in every unit it reaches by name, whether given there or over a set that is not ended.
CREATE VIEW identity.held_grant AS
  SELECT id, account_id, role, unit_id, valid_from, valid_to, deputy_for, granted_by, created_at,
    NULL::text AS set_unit_id
  FROM identity.grant_
  UNION ALL
  SELECT given.id, given.account_id, given.role, member.unit_id, given.valid_from, given.valid_to, NULL,
    given.granted_by, given.created_at, unit_set.unit_id
  FROM identity.set_grant AS given
  JOIN identity.unit_set ON unit_set.id = given.set_id AND unit_set.ended_at IS NULL
  CROSS JOIN LATERAL unnest(unit_set.unit_ids) AS member (unit_id);
