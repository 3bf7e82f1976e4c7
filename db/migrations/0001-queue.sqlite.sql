-- The log refuses to be rewritten, and to have a gap. The insert's check also stops INSERT OR REPLACE.
CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN
  SELECT raise(ABORT, 'the log is gapless');
END;
