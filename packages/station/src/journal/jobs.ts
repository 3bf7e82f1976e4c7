import type { Language } from '@antrean/domain';
import type { OfflineVisit } from '@antrean/protocol';
import type Database from 'better-sqlite3';
import type { GivenNumber } from '../bridge.ts';

/** What the visitor asked for. */
export type Wish = {
  readonly serviceIds: string[];
  readonly priorityClass: string | null;
  readonly language: Language;
};

type AskedJob = {
  readonly state: 'asked';
  readonly commandId: string;
  readonly pressId: string;
  readonly wish: Wish;
  readonly madeAt: number;
};

/** `numbered`: no byte of its slip was ever sent. `printing`: one may have been. */
export type GivenJob = {
  readonly state: 'numbered' | 'printing' | 'done';
  readonly commandId: string;
  readonly madeAt: number;
  readonly given: GivenNumber;
};

/** A number from a lease, all that must be written down of it at once. */
export type OfflineNumber = { readonly given: GivenNumber; readonly visit: OfflineVisit };

export type Jobs = {
  ask(job: Omit<AskedJob, 'state'>): void;
  /** False when the request was given up meanwhile: then its answer comes too late and nobody gets that number. */
  numbered(commandId: string, given: GivenNumber): boolean;
  refused(commandId: string): void;
  /** Gives a request up, and in the same moment takes the next number of a lease for a request of its own. */
  fallBack(abandoned: string, offline: OfflineNumber | null, pressId: string, wish: Wish, at: number): void;
  /** Takes the next number of a lease without having asked the server at all. */
  numberOffline(offline: OfflineNumber, pressId: string, wish: Wish, at: number): void;
  done(visitId: string): void;
  /** Nobody has this number: its paper surely never came, and nobody noted it. */
  untaken(visitId: string): void;
  /** Somebody has it after all. False when the server was told already that nobody has: then the number is gone. */
  keep(visitId: string): boolean;
  givenFor(pressId: string): GivenJob | null;
  givenAs(visitId: string): GivenJob | null;
  /** What a station that went down has left behind. */
  leftOpen(): { readonly asked: readonly AskedJob[]; readonly given: readonly GivenJob[] };
  /** Tickets of a service and day that this kiosk gave alone and the server does not count yet. */
  untoldOf(serviceId: string, serviceDay: string): number;
};

type Row = {
  readonly command_id: string;
  readonly press_id: string;
  readonly wish: string;
  readonly state: string;
  readonly made_at: number;
  readonly given: string | null;
};

export function openJobs(db: Database.Database): Jobs {
  const insertAsked = db.prepare(
    `INSERT INTO job (command_id, press_id, wish, state, made_at) VALUES (?, ?, ?, 'asked', ?)`,
  );
  const insertOffline = db.prepare(
    `INSERT INTO job (command_id, press_id, wish, state, made_at, visit_id, given, offline, told)
     VALUES (?, ?, ?, 'numbered', ?, ?, ?, ?, 'no')`,
  );
  const setNumbered = db.prepare(
    // The class of priority may reveal health: once the server has it, this disk forgets it.
    `UPDATE job SET state = 'numbered', visit_id = ?, given = ?, wish = json_remove(wish, '$.priorityClass')
     WHERE command_id = ? AND state = 'asked'`,
  );
  const setRefused = db.prepare(`UPDATE job SET state = 'refused' WHERE command_id = ? AND state = 'asked'`);
  const setAbandoned = db.prepare(
    `UPDATE job SET state = 'abandoned', told = 'no' WHERE command_id = ? AND state = 'asked'`,
  );
  const setDone = db.prepare(`UPDATE job SET state = 'done' WHERE visit_id = ? AND state IN ('numbered', 'printing')`);
  const setUntaken = db.prepare(
    `UPDATE job SET state = 'done', untaken = 'no' WHERE visit_id = ? AND given IS NOT NULL AND untaken IS NULL`,
  );
  const takeNext = db.prepare(
    `UPDATE lease SET next = next + 1, state = CASE WHEN next = last THEN 'ended' ELSE state END
     WHERE id = ? AND state = 'held' AND next = ?`,
  );
  const ofPress = db.prepare<[string], Row>(`SELECT * FROM job WHERE press_id = ? AND given IS NOT NULL`);
  const ofVisit = db.prepare<[string], Row>(`SELECT * FROM job WHERE visit_id = ?`);
  const open = db.prepare<[], Row>(
    `SELECT * FROM job WHERE state IN ('asked', 'numbered', 'printing') ORDER BY made_at`,
  );
  const keep = db.prepare(`UPDATE job SET untaken = NULL WHERE visit_id = ? AND untaken = 'no'`);
  const isGone = db.prepare<[string], number>(`SELECT 1 FROM job WHERE visit_id = ? AND untaken = 'yes'`).pluck();
  const countUntold = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM job, json_each(job.wish, '$.serviceIds') AS service
       WHERE job.told = 'no' AND job.offline IS NOT NULL AND service.value = ?
         AND json_extract(job.given, '$.tickets[0].serviceDay') = ?`,
    )
    .pluck();

  const numberOffline = ({ given, visit }: OfflineNumber, pressId: string, wish: Wish, at: number) => {
    // The lease moves and the number is written down in one transaction, so that a number is never half taken.
    if (takeNext.run(visit.leaseId, visit.value).changes !== 1) throw new Error('the lease moved meanwhile');
    insertOffline.run(
      visit.commandId,
      pressId,
      JSON.stringify({ serviceIds: wish.serviceIds }),
      at,
      given.visit.id,
      JSON.stringify(withoutClass(given)),
      JSON.stringify(visit),
    );
  };
  return {
    ask: ({ commandId, pressId, wish, madeAt }) =>
      void insertAsked.run(commandId, pressId, JSON.stringify(wish), madeAt),
    numbered: (commandId, given) =>
      setNumbered.run(given.visit.id, JSON.stringify(withoutClass(given)), commandId).changes === 1,
    refused: (commandId) => void setRefused.run(commandId),
    fallBack: db.transaction((abandoned, offline, pressId, wish, at) => {
      setAbandoned.run(abandoned);
      if (offline) numberOffline(offline, pressId, wish, at);
    }),
    numberOffline: db.transaction(numberOffline),
    done: (visitId) => void setDone.run(visitId),
    untaken: (visitId) => void setUntaken.run(visitId),
    keep(visitId) {
      keep.run(visitId);
      return isGone.get(visitId) === undefined;
    },
    givenFor: (pressId) => given(ofPress.get(pressId)),
    givenAs: (visitId) => given(ofVisit.get(visitId)),
    leftOpen() {
      const rows = open.all();
      return {
        asked: rows.flatMap((row) => (row.state === 'asked' ? [asked(row)] : [])),
        given: rows.flatMap((row) => given(row) ?? []),
      };
    },
    untoldOf: (serviceId, serviceDay) => countUntold.get(serviceId, serviceDay) ?? 0,
  };
}

function withoutClass(given: GivenNumber): GivenNumber {
  return { ...given, visit: { ...given.visit, priorityClass: null } };
}

// What these columns hold was written above, from values that the compiler has checked.
function asked(row: Row): AskedJob {
  return {
    state: 'asked',
    commandId: row.command_id,
    pressId: row.press_id,
    wish: JSON.parse(row.wish) as Wish,
    madeAt: row.made_at,
  };
}

function given(row: Row | undefined): GivenJob | null {
  if (!row || row.given === null) return null;
  const state = row.state === 'numbered' || row.state === 'printing' ? row.state : 'done';
  return { state, commandId: row.command_id, madeAt: row.made_at, given: JSON.parse(row.given) as GivenNumber };
}
