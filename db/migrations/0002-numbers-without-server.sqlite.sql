-- A slip may also be confirmed by its visitor. SQLite changes a check only with its table.
CREATE TABLE print_outcome_new (
  ticket_id TEXT NOT NULL REFERENCES ticket,
  job_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('PRINTED', 'NOT_SENT', 'UNKNOWN', 'CONFIRMED')),
  device_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (ticket_id, job_id)
);
INSERT INTO print_outcome_new SELECT ticket_id, job_id, outcome, device_id, at FROM print_outcome;
DROP TABLE print_outcome;
ALTER TABLE print_outcome_new RENAME TO print_outcome;
