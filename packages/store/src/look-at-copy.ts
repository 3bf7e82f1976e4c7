import { statSync } from 'node:fs';
import { catalogueNow } from './catalogue-rows.ts';
import { brokenLink, readHead } from './event-log.ts';
import { readAlone } from './read-alone.ts';
import { StoreRefusesToOpen } from './refuses-to-open.ts';
import { number, numberOrNull } from './rows.ts';
import { only, type Script, sql } from './sql.ts';
import { faultIn } from './sqlite-checks.ts';

/** What a database file holds, as far as somebody needs to know who may put it in the place of another. */
export type CopyReport = {
  readonly site: string;
  /** In which its hours are meant, an IANA name. */
  readonly timeZone: string;
  /** Names the mall's log for ever: two files with one name are of one mall. */
  readonly logId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  /** When the newest event happened; null in a mall in which nothing has. */
  readonly lastAt: number | null;
  readonly visits: number;
  readonly bytes: number;
};

/** Opens a database that nobody uses, checks each page and the whole log, and says what it holds. Throws `StoreRefusesToOpen`. */
export function lookAtCopy(file: string): CopyReport {
  return readAlone(file, (db, engine) => {
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreRefusesToOpen('corrupt', `The file ${file} is damaged (${faultIn(found)}).`);
    const broken = engine.read(() => brokenLink(1));
    if (broken !== null) throw new StoreRefusesToOpen('brokenLog', `The log in ${file} is broken at event ${broken}.`);
    return { ...engine.read(contents), bytes: statSync(file).size };
  });
}

function* contents(): Script<Omit<CopyReport, 'bytes'>> {
  const { epoch, seq, hash } = yield* readHead();
  const { log_id } = yield* only(sql`SELECT log_id FROM site`);
  const last = yield* only(sql`SELECT max(at) AS at FROM event WHERE seq = ${seq}`);
  const counted = yield* only(sql`SELECT count(*) AS visits FROM visit`);
  const catalogue = yield* catalogueNow();
  return {
    site: catalogue.site.name,
    timeZone: catalogue.site.timeZone,
    logId: String(log_id),
    epoch,
    seq,
    hash,
    lastAt: numberOrNull(last, 'at'),
    visits: number(counted, 'visits'),
  };
}
