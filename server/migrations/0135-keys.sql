CREATE SCHEMA keys;

-- Both came into being with the modules that first needed them.
ALTER TABLE devices.signing_key SET SCHEMA keys;
ALTER TABLE identity.secret SET SCHEMA keys;
COMMENT ON TABLE keys.signing_key IS 'private_jwk holds the public part; its private part is sealed with a key that never enters the database';
COMMENT ON COLUMN keys.secret.value IS 'sealed with a key that never enters the database';
