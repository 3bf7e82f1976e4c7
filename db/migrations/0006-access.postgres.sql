CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE OR DELETE ON access_log
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER access_log_is_never_truncated BEFORE TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
