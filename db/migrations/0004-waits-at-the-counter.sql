-- A counter's own day: whom it called today, and how long they had waited. What was called before this step is not counted.

ALTER TABLE counter ADD COLUMN called INTEGER NOT NULL DEFAULT 0 CHECK (called >= 0);
ALTER TABLE counter ADD COLUMN wait_ms BIGINT NOT NULL DEFAULT 0 CHECK (wait_ms >= 0);
