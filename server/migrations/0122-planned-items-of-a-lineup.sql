-- A device or a village asks for one day of its line-up; what was planned before stays for years.
CREATE INDEX planned_item_audience ON lineups.planned_item (audience_id, starts_at);
