CREATE TRIGGER access_log_is_never_updated BEFORE UPDATE ON access_log
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
CREATE TRIGGER access_log_is_never_deleted BEFORE DELETE ON access_log
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;
