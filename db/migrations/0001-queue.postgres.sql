-- The log refuses to be rewritten, and to have a gap.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only';
END $$;
CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) THEN
    RAISE EXCEPTION 'the log is gapless';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_gap();
