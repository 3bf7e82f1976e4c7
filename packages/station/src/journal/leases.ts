import type { LeaseAnswer } from '@antrean/protocol';
import type Database from 'better-sqlite3';

export type AskedLease = { readonly id: string; readonly queueId: string; readonly serviceDay: string };

export type Leases = {
  /** Written before the server is asked, so that a repeat after a crash asks for the same range. */
  ask(lease: AskedLease): void;
  asked(): readonly AskedLease[];
  hold(lease: LeaseAnswer): void;
  /** Not granted, or of a day that is over. */
  end(leaseId: string): void;
  endBefore(serviceDay: string): void;
  /** The lease that gives the next number, null when none is left. */
  next(queueId: string, serviceDay: string): { readonly leaseId: string; readonly value: number } | null;
  /** How many numbers are left, of every queue that has had a lease for the day. */
  free(serviceDay: string): ReadonlyMap<string, number>;
};

export function openLeases(db: Database.Database): Leases {
  const insert = db.prepare(`INSERT INTO lease (id, queue_id, service_day, state) VALUES (?, ?, ?, 'asked')`);
  const allAsked = db.prepare<[], { id: string; queue_id: string; service_day: string }>(
    `SELECT id, queue_id, service_day FROM lease WHERE state = 'asked' ORDER BY service_day, queue_id`,
  );
  const hold = db.prepare(
    `UPDATE lease SET state = 'held', first = ?, last = ?, next = ?, granted_at = ?, reported_next = ?
     WHERE id = ? AND state = 'asked'`,
  );
  const end = db.prepare(`UPDATE lease SET state = 'ended' WHERE id = ?`);
  const endBefore = db.prepare(`UPDATE lease SET state = 'ended' WHERE service_day < ? AND state <> 'ended'`);
  const next = db.prepare<[string, string], { id: string; next: number }>(
    `SELECT id, next FROM lease WHERE queue_id = ? AND service_day = ? AND state = 'held' AND next <= last
     ORDER BY first LIMIT 1`,
  );
  const free = db.prepare<[string], { queue_id: string; free: number }>(
    `SELECT queue_id, sum(CASE WHEN state = 'held' THEN last - next + 1 ELSE 0 END) AS free
     FROM lease WHERE service_day = ? GROUP BY queue_id`,
  );
  return {
    ask: ({ id, queueId, serviceDay }) => void insert.run(id, queueId, serviceDay),
    asked: () => allAsked.all().map((row) => ({ id: row.id, queueId: row.queue_id, serviceDay: row.service_day })),
    hold: ({ leaseId, from, to, grantedAt }) => void hold.run(from, to, from, grantedAt, from, leaseId),
    end: (leaseId) => void end.run(leaseId),
    endBefore: (serviceDay) => void endBefore.run(serviceDay),
    next(queueId, serviceDay) {
      const row = next.get(queueId, serviceDay);
      return row ? { leaseId: row.id, value: row.next } : null;
    },
    free: (serviceDay) => new Map(free.all(serviceDay).map((row) => [row.queue_id, row.free])),
  };
}
