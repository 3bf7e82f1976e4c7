-- Numbers that kiosks give while the server is away, and what kiosks tell of their day.

-- A range of one queue's numbers on one day that only this kiosk gives. Its day may not have opened yet.
CREATE TABLE lease (
  id TEXT NOT NULL PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device,
  -- Names the kiosk's own database: one that lost it gets other ranges, and these are never handed out again.
  journal_id TEXT NOT NULL,
  queue_id TEXT NOT NULL,
  service_day TEXT NOT NULL CHECK (length(service_day) = 10),
  from_value INTEGER NOT NULL CHECK (from_value >= 1),
  to_value INTEGER NOT NULL,
  granted_at BIGINT NOT NULL,
  -- The first number given to nobody, as far as the kiosk has told.
  reported_next INTEGER NOT NULL,
  -- Whether the log says so already: it does when the day closes, and once more when a number came later.
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  UNIQUE (queue_id, service_day, from_value),
  CHECK (from_value <= to_value),
  CHECK (reported_next BETWEEN from_value AND to_value + 1)
);
CREATE INDEX lease_to_end ON lease (service_day) WHERE ended = 0;

-- The lease that the number is from; empty when the server gave it.
ALTER TABLE visit ADD COLUMN lease_id TEXT REFERENCES lease;

-- Searches at the kiosks that found nothing, without any that could say who searched.
CREATE TABLE search_miss (
  service_day TEXT NOT NULL CHECK (length(service_day) = 10),
  text TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times >= 1),
  PRIMARY KEY (service_day, text)
);

-- Lists of papers to bring that kiosks printed instead of a number.
CREATE TABLE bring_list (
  service_day TEXT NOT NULL CHECK (length(service_day) = 10),
  service_id TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times >= 1),
  PRIMARY KEY (service_day, service_id)
);
