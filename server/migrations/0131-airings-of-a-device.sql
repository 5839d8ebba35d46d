-- A device or a village asks for one day, every half minute; the log of a device goes back for years.
CREATE INDEX airing_device ON airings.airing (device_id, planned_at);
