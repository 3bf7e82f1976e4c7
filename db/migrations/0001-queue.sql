-- The queue of one mall. One text for SQLite and PostgreSQL; what only one of them understands lies beside it
-- (0001-queue.sqlite.sql, 0001-queue.postgres.sql). Times are epoch milliseconds, yes and no are 1 and 0, ids are opaque.
-- The domain decides; the constraints say its rules again, so that a mistake cannot be stored.

-- The site itself: one row. It carries the head of the log, and whoever writes holds its lock first.
CREATE TABLE site (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  -- Names this log for ever, so that a copy of another mall's log is never taken for ours.
  log_id TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  last_hash TEXT NOT NULL CHECK (length(last_hash) = 64)
);

-- What changes rarely, as one checked JSON document for each version: agencies, services, queues, hours, rules.
CREATE TABLE catalogue (
  version INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
  document TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- Every day that was ever open. A day never comes after a later one.
CREATE TABLE service_day (
  service_day TEXT NOT NULL PRIMARY KEY CHECK (length(service_day) = 10),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_by TEXT NOT NULL CHECK (opened_by IN ('calendar', 'hand')),
  at BIGINT NOT NULL
);

-- One day is open at most.
CREATE UNIQUE INDEX service_day_open ON service_day (state) WHERE state = 'open';

-- The last number given. Two kiosks may ask within one millisecond, so numbers come from this row, never from a count.
CREATE TABLE series (
  queue_id TEXT NOT NULL,
  service_day TEXT NOT NULL REFERENCES service_day,
  last_value INTEGER NOT NULL CHECK (last_value >= 1),
  PRIMARY KEY (queue_id, service_day)
);

-- Tickets given of each service that day, less those whose slip never came out: what a quota is compared with.
CREATE TABLE issued (
  service_day TEXT NOT NULL REFERENCES service_day,
  service_id TEXT NOT NULL,
  tickets INTEGER NOT NULL CHECK (tickets >= 0),
  PRIMARY KEY (service_day, service_id)
);

-- A station. Only the hash of its token is here.
CREATE TABLE device (
  id TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('kiosk', 'display', 'counter', 'reception')),
  name TEXT NOT NULL,
  counter_id TEXT,
  zone_id TEXT,
  token_hash TEXT NOT NULL UNIQUE,
  added_at BIGINT NOT NULL,
  revoked_at BIGINT
);

-- An officer. `roles` is a JSON list of words; `pin_hash` carries its own parameters.
-- The id goes into the log and to every station, so it says nothing of the person; `login` is what an officer types.
CREATE TABLE officer (
  id TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  added_at BIGINT NOT NULL
);

-- A desk today. It is held by an officer exactly while it is not closed.
CREATE TABLE counter (
  id TEXT NOT NULL PRIMARY KEY,
  track TEXT NOT NULL CHECK (track IN ('quick', 'self', 'long')),
  state TEXT NOT NULL CHECK (state IN ('closed', 'open', 'paused')),
  officer_id TEXT,
  pause_reason TEXT,
  since BIGINT NOT NULL,
  served INTEGER NOT NULL CHECK (served >= 0),
  service_ms BIGINT NOT NULL CHECK (service_ms >= 0),
  CHECK ((state = 'closed') = (officer_id IS NULL)),
  CHECK ((state = 'paused') = (pause_reason IS NOT NULL))
);

-- One person's presence. The class of priority may reveal health, so it is in this table and nowhere else.
-- The number belongs to the series of one queue on one day: one visit for ever.
CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY,
  service_day TEXT NOT NULL REFERENCES service_day,
  number_queue_id TEXT NOT NULL,
  number_value INTEGER NOT NULL CHECK (number_value >= 1),
  number TEXT NOT NULL,
  arrived_at BIGINT NOT NULL,
  eligible_at BIGINT NOT NULL,
  priority_class TEXT,
  language TEXT NOT NULL CHECK (language IN ('id', 'en', 'ms', 'zh')),
  status_token_hash TEXT NOT NULL UNIQUE,
  device_id TEXT REFERENCES device,
  UNIQUE (number_queue_id, service_day, number_value),
  CHECK (eligible_at <= arrived_at)
);

-- One leg of a visit at one queue. Columns of a state are filled exactly while the ticket is in it.
CREATE TABLE ticket (
  id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit,
  queue_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  -- The place in the one order of calls: these three columns, in this order.
  eligible_at BIGINT NOT NULL,
  order_seq INTEGER NOT NULL,
  behind_seq INTEGER NOT NULL,
  requeues INTEGER NOT NULL CHECK (requeues >= 0),
  moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN
    ('waiting', 'called', 'serving', 'parked', 'no_show', 'finished', 'cancelled', 'voided', 'expired')),
  -- The leg that must end before this one may be called.
  after_ticket_id TEXT,
  resumed INTEGER NOT NULL CHECK (resumed IN (0, 1)),
  counter_id TEXT REFERENCES counter,
  -- The officer who called: may return to the counter while others may not take it over.
  called_by TEXT,
  called_at BIGINT,
  last_call_at BIGINT,
  calls INTEGER,
  reason TEXT,
  started_at BIGINT,
  parked_at BIGINT,
  until_at BIGINT,
  missed_at BIGINT,
  ended_at BIGINT,
  outcome TEXT,
  CHECK (after_ticket_id IS NULL OR state = 'waiting'),
  CHECK (resumed = 0 OR state = 'waiting'),
  -- A ticket is at a counter exactly while it is called or being served.
  CHECK ((state IN ('called', 'serving')) = (counter_id IS NOT NULL)),
  CHECK ((state IN ('called', 'serving')) = (called_at IS NOT NULL AND calls IS NOT NULL AND reason IS NOT NULL)),
  CHECK ((state = 'called') = (last_call_at IS NOT NULL)),
  CHECK ((state = 'serving') = (started_at IS NOT NULL)),
  CHECK ((state = 'parked') = (parked_at IS NOT NULL AND until_at IS NOT NULL)),
  CHECK ((state = 'no_show') = (missed_at IS NOT NULL)),
  CHECK ((state IN ('finished', 'cancelled', 'voided', 'expired')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'finished') = (outcome IS NOT NULL)),
  CHECK (called_by IS NULL OR counter_id IS NOT NULL)
);

-- A counter holds one ticket at most.
CREATE UNIQUE INDEX ticket_at_counter ON ticket (counter_id) WHERE counter_id IS NOT NULL;
-- Of a visit's legs, one is at a counter at most.
CREATE UNIQUE INDEX ticket_busy_visit ON ticket (visit_id) WHERE counter_id IS NOT NULL;
-- Who is next. It holds those who wait and nobody else, so years of history do not slow a call.
CREATE INDEX ticket_free ON ticket (queue_id, eligible_at, order_seq, behind_seq)
  WHERE state = 'waiting' AND after_ticket_id IS NULL;
CREATE INDEX ticket_living ON ticket (visit_id) WHERE ended_at IS NULL;
CREATE INDEX ticket_parked ON ticket (until_at) WHERE state = 'parked';
CREATE INDEX ticket_held ON ticket (after_ticket_id) WHERE after_ticket_id IS NOT NULL;
CREATE INDEX ticket_of_visit ON ticket (visit_id);

-- The last call of each ticket today, as the hall saw it: what a display that joins late shows.
CREATE TABLE call (
  ticket_id TEXT NOT NULL PRIMARY KEY REFERENCES ticket,
  seq INTEGER NOT NULL UNIQUE,
  at BIGINT NOT NULL,
  number TEXT NOT NULL,
  queue_id TEXT NOT NULL,
  counter_id TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  times INTEGER NOT NULL CHECK (times >= 1)
);

-- Running pauses of the mall (agency_id NULL) or of one agency, one of each scope at a time.
CREATE TABLE pause (
  id TEXT NOT NULL PRIMARY KEY,
  agency_id TEXT,
  reason TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  until_at BIGINT
);
CREATE UNIQUE INDEX pause_scope ON pause (coalesce(agency_id, ''));

-- The log: append-only, gapless, each row chained to the one before. hash = SHA-256(prev_hash, seq as 8 bytes, body).
-- `body` is the event as it was stored, never written anew, and holds everything; the other columns are copies of it.
CREATE TABLE event (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  type TEXT NOT NULL,
  at BIGINT NOT NULL,
  command_id TEXT NOT NULL,
  body TEXT NOT NULL
);

-- Every command that was answered, with its answer: a retry gets the same one, and takes effect once.
CREATE TABLE command (
  id TEXT NOT NULL PRIMARY KEY,
  device_id TEXT,
  kind TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX command_at ON command (at);

-- Commands that a kiosk has given up, so that a late one is refused.
CREATE TABLE tombstone (
  command_id TEXT NOT NULL PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device,
  at BIGINT NOT NULL
);

-- An officer signed in at a station. Only the hash of its token is here. It ends by itself when unused, and at the latest at expires_at.
CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  officer_id TEXT NOT NULL REFERENCES officer,
  counter_id TEXT,
  device_id TEXT NOT NULL REFERENCES device,
  begun_at BIGINT NOT NULL,
  idle_until BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);
-- One place for an officer, one officer for a counter.
CREATE UNIQUE INDEX session_of_officer ON session (officer_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX session_of_counter ON session (counter_id) WHERE ended_at IS NULL AND counter_id IS NOT NULL;

-- What became of each slip.
CREATE TABLE print_outcome (
  ticket_id TEXT NOT NULL REFERENCES ticket,
  job_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('PRINTED', 'NOT_SENT', 'UNKNOWN')),
  device_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (ticket_id, job_id)
);
