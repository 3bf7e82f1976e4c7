-- What was handed to a display to be spoken, before it was: the same announcement is never handed out a second time in its zone,
-- whatever restarts. One that its display gave back unheard goes from here again, and all go when a new day opens.
CREATE TABLE handed_out (
  zone_id TEXT NOT NULL,
  announcement TEXT NOT NULL,
  device_id TEXT NOT NULL REFERENCES device,
  at BIGINT NOT NULL,
  PRIMARY KEY (zone_id, announcement)
);
