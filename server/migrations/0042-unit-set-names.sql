-- Two sets in use of one unit are never told apart by case alone, whoever writes them.
CREATE UNIQUE INDEX unit_set_name ON identity.unit_set (unit_id, lower(name)) WHERE ended_at IS NULL;
