import { type Catalogue, emptyHall } from '@antrean/domain';
import { parseCatalogue } from './catalogue-document.ts';
import { text } from './rows.ts';
import { only, type Script, sql, write } from './sql.ts';

/** The catalogue in force, checked as it is read. */
export function* catalogueNow(): Script<Catalogue> {
  const row = yield* only(sql`SELECT document FROM catalogue ORDER BY version DESC LIMIT 1`);
  return parseCatalogue(JSON.parse(text(row, 'document')));
}

/** The first rows of a mall in which nothing has happened yet. */
export function* foundSite(catalogue: Catalogue, logId: string, noHash: string, at: number): Script<void> {
  parseCatalogue(catalogue);
  yield* write(sql`
    INSERT INTO site (only_row, id, log_id, epoch, seq, last_hash)
    VALUES (1, ${catalogue.site.id}, ${logId}, 1, 0, ${noHash})`);
  yield* write(sql`INSERT INTO catalogue (version, document, at) VALUES (1, ${JSON.stringify(catalogue)}, ${at})`);
  for (const counter of Object.values(emptyHall(catalogue).counters))
    yield* write(sql`
      INSERT INTO counter (id, track, state, since, served, service_ms)
      VALUES (${counter.id}, ${counter.track}, ${counter.state}, ${counter.since}, ${counter.served}, ${counter.serviceMs})`);
}
