-- A service day in figures, once a later one has begun. Made from the log and made anew when `form` is not the one that the program
-- writes, so that a report of a year reads three hundred rows and not three million.
CREATE TABLE day_report (
  service_day TEXT NOT NULL PRIMARY KEY REFERENCES service_day,
  form INTEGER NOT NULL CHECK (form >= 1),
  body TEXT NOT NULL
);

-- Days that were open before the program noted where they begin.
UPDATE service_day SET first_seq = (
  SELECT min(seq) FROM event
  WHERE type = 'day.opened' AND body LIKE '%"serviceDay":"' || service_day.service_day || '"%')
WHERE first_seq IS NULL;
