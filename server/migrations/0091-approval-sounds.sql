-- Whose approval in force a sound is of: asked for every file a stranger fetches.
CREATE INDEX decision_soundings ON approval.decision USING gin (soundings jsonb_path_ops)
  WHERE decision = 'approved' AND ended_at IS NULL;
