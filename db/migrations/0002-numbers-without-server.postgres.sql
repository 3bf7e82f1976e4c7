-- A slip may also be confirmed by its visitor.
ALTER TABLE print_outcome DROP CONSTRAINT print_outcome_outcome_check;
ALTER TABLE print_outcome ADD CONSTRAINT print_outcome_outcome_check
  CHECK (outcome IN ('PRINTED', 'NOT_SENT', 'UNKNOWN', 'CONFIRMED'));
