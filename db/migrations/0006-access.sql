-- Who may come in: people with passwords, devices that are enrolled by a code, and a record of who let whom in.

-- A PIN or a password that somebody else has chosen opens nothing but the change to one's own.
ALTER TABLE officer ADD COLUMN pin_is_initial INTEGER NOT NULL DEFAULT 0 CHECK (pin_is_initial IN (0, 1));
ALTER TABLE officer ADD COLUMN password_hash TEXT;
ALTER TABLE officer ADD COLUMN password_is_initial INTEGER NOT NULL DEFAULT 0 CHECK (password_is_initial IN (0, 1));
-- A person who has left stays a row, because the log speaks of them.
ALTER TABLE officer ADD COLUMN deactivated_at BIGINT;

-- A device without an `enrolled_at` was added and has no token yet.
ALTER TABLE device ADD COLUMN enrolled_at BIGINT;
UPDATE device SET enrolled_at = added_at;

-- The code with which a device gets its token: the newest of each device counts, once, until it runs out.
CREATE TABLE enrolment (
  device_id TEXT NOT NULL PRIMARY KEY REFERENCES device,
  code_hash TEXT NOT NULL UNIQUE,
  valid_until BIGINT NOT NULL
);

-- The code with which the first manager, or one after all passwords were lost, is made; one row while there is one.
CREATE TABLE setup_code (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  code_hash TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- A session of somebody with a password belongs to no device.
CREATE TABLE session_new (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  officer_id TEXT NOT NULL REFERENCES officer,
  counter_id TEXT,
  device_id TEXT REFERENCES device,
  begun_at BIGINT NOT NULL,
  idle_until BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT,
  CHECK (counter_id IS NULL OR device_id IS NOT NULL)
);
INSERT INTO session_new SELECT id, token_hash, officer_id, counter_id, device_id, begun_at, idle_until, expires_at, ended_at FROM session;
DROP TABLE session;
ALTER TABLE session_new RENAME TO session;
-- One place for an officer, one officer for a counter; beside it one page of the manager.
CREATE UNIQUE INDEX session_of_officer ON session (officer_id) WHERE ended_at IS NULL AND device_id IS NOT NULL;
CREATE UNIQUE INDEX session_of_person ON session (officer_id) WHERE ended_at IS NULL AND device_id IS NULL;
CREATE UNIQUE INDEX session_of_counter ON session (counter_id) WHERE ended_at IS NULL AND counter_id IS NOT NULL;

-- What happened at the doors: who added, changed and shut out whom, who came in and who was refused. Ids only, never a secret.
CREATE TABLE access_log (
  id TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  act TEXT NOT NULL,
  by_officer_id TEXT,
  by_device_id TEXT,
  officer_id TEXT,
  device_id TEXT,
  detail TEXT
);
CREATE INDEX access_log_at ON access_log (at);
