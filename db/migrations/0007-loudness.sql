-- How loud each zone speaks for which a manager has set it, in percent; hours is a JSON list of {from, to, volume} of the day.
CREATE TABLE loudness (
  zone_id TEXT NOT NULL PRIMARY KEY,
  volume INTEGER NOT NULL CHECK (volume BETWEEN 0 AND 100),
  hours TEXT NOT NULL
);
