CREATE EXTENSION IF NOT EXISTS ltree;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The first answer to a create that carried an idempotency key; the same key gets the same answer.
CREATE TABLE platform.idempotency (
  account_id text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  input_sha256 text NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, operation, key)
);
CREATE INDEX idempotency_created_at ON platform.idempotency (created_at);
