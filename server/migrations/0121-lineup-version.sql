-- The next version, never below the floor: after a restore the sequence is that of the backup, and devices refuse what is
-- older than what they hold. Sequences are outside of transactions, so the lock is held only for this call.
CREATE FUNCTION lineups.next_version(floor bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  PERFORM pg_advisory_lock(7305140);
  version := nextval('lineups.version');
  IF version < floor THEN
    version := setval('lineups.version', floor);
  END IF;
  PERFORM pg_advisory_unlock(7305140);
  RETURN version;
END
$$;
