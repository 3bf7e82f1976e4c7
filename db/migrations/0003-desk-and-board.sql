-- What officers and supervisors do beside calling and serving.

-- A counter's agencies of today in place of the catalogue's, as a JSON list; empty for the catalogue's.
ALTER TABLE counter ADD COLUMN agency_ids TEXT;

-- Where and when a ticket was last at a counter: it stays when the ticket has left, for the story of the visit.
ALTER TABLE ticket ADD COLUMN last_counter_id TEXT;
ALTER TABLE ticket ADD COLUMN last_called_at BIGINT;
ALTER TABLE ticket ADD COLUMN last_started_at BIGINT;
UPDATE ticket SET last_counter_id = counter_id, last_called_at = called_at, last_started_at = started_at
  WHERE counter_id IS NOT NULL;
-- Why somebody was called out of order is a code from here on, because the hall shows it everywhere.
UPDATE ticket SET reason = '{"code":"picked","why":"other"}' WHERE reason LIKE '{"code":"picked"%';

-- Closed by a supervisor for this day; and the event with which the day's part of the log begins, empty for days before the one of this step.
ALTER TABLE service_day ADD COLUMN ticketing TEXT NOT NULL DEFAULT 'open' CHECK (ticketing IN ('open', 'closed'));
ALTER TABLE service_day ADD COLUMN first_seq INTEGER;
UPDATE service_day SET first_seq = (SELECT max(seq) FROM event WHERE type = 'day.opened')
  WHERE service_day = (SELECT max(service_day) FROM service_day);

-- Quotas that were changed for one day; an empty quota lifts the catalogue's.
CREATE TABLE quota (
  service_day TEXT NOT NULL REFERENCES service_day,
  service_id TEXT NOT NULL,
  quota INTEGER CHECK (quota >= 0),
  PRIMARY KEY (service_day, service_id)
);

-- Messages on the displays of a zone, or of all when zone_id is empty.
CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL,
  text_en TEXT NOT NULL,
  zone_id TEXT,
  posted_at BIGINT NOT NULL,
  until_at BIGINT
);

-- What officers noted about a visit, for the next officer. It may name a person, so it is in no event, and goes when a new day opens.
CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit,
  ticket_id TEXT NOT NULL REFERENCES ticket,
  counter_id TEXT,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX note_of_visit ON note (visit_id);

-- The last step of each counter that its officer may take back, with the ticket as it was before.
CREATE TABLE last_step (
  counter_id TEXT NOT NULL PRIMARY KEY REFERENCES counter,
  seq INTEGER NOT NULL,
  at BIGINT NOT NULL,
  officer_id TEXT,
  step TEXT NOT NULL CHECK (step IN ('start', 'finish', 'no-show', 'park', 'cancel', 'transfer')),
  ticket_id TEXT NOT NULL REFERENCES ticket,
  ticket TEXT NOT NULL,
  service_ms BIGINT,
  -- Legs that waited for this ticket, as a JSON list.
  held TEXT NOT NULL
);
