import { mondayMorning } from './small-mall.ts';

/** Rows as the first release wrote them: Monday morning at eight, one visitor waits, whose slip is in doubt. */
export const firstReleaseDay = `
  INSERT INTO device (id, role, name, token_hash, added_at) VALUES
    ('kiosk', 'kiosk', 'Anjungan', 'token of kiosk', 1), ('desk one', 'counter', 'Loket 1', 'token of desk one', 1);
  UPDATE device SET counter_id = 'one' WHERE role = 'counter';
  INSERT INTO service_day VALUES ('2026-07-13', 'open', 'calendar', 1);
  INSERT INTO series VALUES ('civil-quick', '2026-07-13', 1);
  INSERT INTO issued VALUES ('2026-07-13', 'card', 1);
  INSERT INTO visit VALUES ('visit', '2026-07-13', 'civil-quick', 1, 'BQ001', 5, 5, NULL, 'id', 'hash of its token', 'kiosk');
  INSERT INTO ticket (id, visit_id, queue_id, service_id, issued_at, eligible_at, order_seq, behind_seq, requeues, moved, state, resumed)
    VALUES ('ticket', 'visit', 'civil-quick', 'card', 5, 5, 1, 0, 0, 0, 'waiting', 0);
  INSERT INTO print_outcome VALUES ('ticket', 'job', 'UNKNOWN', 'kiosk', ${mondayMorning});`;
