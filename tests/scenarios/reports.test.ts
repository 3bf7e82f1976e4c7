import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PeriodReader } from '@antrean/domain';
import type { ReportAnswer } from '@antrean/protocol';
import { openReports } from '../../apps/server/src/reports.ts';
import { give, mondayMorning } from '../mall.ts';
import { openRealMall, type RealMall } from '../real-mall.ts';

const [monday, tuesday] = ['2026-11-23', '2026-11-24'];
const dayMs = 24 * 3_600_000;

type Manager = Awaited<ReturnType<RealMall['manage']>>;

const reportOf = async (manager: Manager, from: string, to: string) => {
  const { status, body } = await manager.read(`/reports?from=${from}&to=${to}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as ReportAnswer;
};

/** A mall that gives two numbers on a Monday, and serves one of them after twelve minutes. */
async function servedMonday(t: Parameters<typeof openRealMall>[0]) {
  const mall = await openRealMall(t);
  const early = await mall.manage();
  const kiosk = await mall.enrol(early, 'kiosk');
  const desk = await mall.enrol(early, 'counter', 'counter-1');
  const issue = () => give(mall.url, { token: kiosk.token }, 'issue', {}, { serviceIds: ['DKC-01'] });
  await issue();
  await issue();
  mall.clock.at += 12 * 60_000;
  const manager = await mall.manage();
  const officer = await mall.hire(manager, 'ayu', ['officer'], desk.token);
  const params = { counterId: 'counter-1' };
  await give(mall.url, officer, 'open', params, {});
  const called = await give(mall.url, officer, 'call-next', params, {});
  assert.equal(called.status, 200, JSON.stringify(called.body));
  const ticketId = String((called.body.ticket as { id: string }).id);
  await give(mall.url, officer, 'start', { ticketId }, {});
  mall.clock.at += 7 * 60_000;
  const finished = await give(mall.url, officer, 'finish', { ticketId }, { outcome: 'papersMissing' });
  assert.equal(finished.status, 200);
  const callNext = () => give(mall.url, officer, 'call-next', params, {});
  return { mall, manager, kiosk, issue, callNext };
}

test('[R1] a manager reads the day while it runs, and each look has only what happened since the last one', async (t) => {
  const { mall, manager, issue } = await servedMonday(t);
  const looks = await Promise.all([1, 2, 3].map(() => reportOf(manager, monday, monday)));
  for (const { visits, total, unread } of looks) {
    assert.deepEqual([visits, total.taken, total.served, unread], [2, 2, 1, 0]);
    assert.deepEqual([total.wait?.median, total.service?.median, total.outcomes], [12, 7, { papersMissing: 1 }]);
  }
  await issue();
  const after = await reportOf(manager, monday, monday);
  assert.equal(after.visits, 3);
  assert.deepEqual(after.counters, [{ counterId: 'counter-1', days: 1, served: 1, openMinutes: 7, pausedMinutes: {} }]);
  assert.deepEqual(
    after.hours.map(({ weekday, hours }) => [weekday, hours[8]?.came]),
    [['mon', 3]],
  );
  assert.equal(mall.log.filter((line) => line.includes('report.failed')).length, 0);
});

test('[R1] who asks while another is answered counts nothing twice', async (t) => {
  const { mall, callNext } = await servedMonday(t);
  const live = { hall: mall.server.hall, onEvents: () => {} };
  const log = { error: (told: unknown) => assert.fail(String(told)) };
  const reports = openReports({ store: mall.store, live, clock: () => mall.clock.at, log });
  await reports.period(monday, monday);
  await callNext();
  const told = await Promise.all([1, 2].map(() => reports.period(monday, monday)));
  assert.deepEqual(
    told.map(({ report }) => [report.visits, report.total.wait?.count]),
    [
      [2, 2],
      [2, 2],
    ],
  );
  await reports.close();
});

test('[R6] a day that is over is kept in figures when the next one opens, the same as the log says, and after a new program too', async (t) => {
  const { mall, manager } = await servedMonday(t);
  mall.clock.at = mondayMorning + dayMs;
  await mall.server.settle();
  const { reports } = mall.store;
  for (let looks = 0; looks < 500 && (await reports.missing()).length > 0; looks += 1) await new Promise(setImmediate);
  assert.deepEqual(await reports.missing(), [], 'nobody had to ask for it');
  const again = await mall.manage();
  const kept = await reportOf(again, monday, tuesday);
  assert.deepEqual(
    kept.days.map(({ serviceDay, visits, served }) => [serviceDay, visits, served]),
    [
      [monday, 2, 1],
      [tuesday, 0, 0],
    ],
  );
  assert.deepEqual([kept.total.served, kept.total.expired], [1, 1]);
  const reader = new PeriodReader();
  for (const { kept: day } of await reports.days(monday, monday)) if (day) reader.add(day);
  const { from, to, unread, ...answer } = await reportOf(again, monday, monday);
  assert.deepEqual({ ...answer }, JSON.parse(JSON.stringify(reader.report(mall.server.catalogue()))));
  assert.deepEqual([from, to, unread], [monday, monday, 0]);
  assert.equal((await manager.read(`/reports?from=${monday}&to=${monday}`)).status, 401, 'yesterday’s session is over');
});

test('[S14] a report is for managers and auditors behind a password, and asks for dates that can be told', async (t) => {
  const { mall, manager, kiosk } = await servedMonday(t);
  const ask = (headers: Record<string, string>) =>
    fetch(`${mall.url}/api/v1/reports?from=${monday}&to=${monday}`, { headers });
  assert.equal((await ask({})).status, 401);
  assert.equal((await ask({ authorization: `Bearer ${kiosk.token}` })).status, 403);
  for (const query of [
    '',
    '?from=2026-11-23',
    '?from=23-11-2026&to=2026-11-23',
    '?from=2026-13-01&to=2026-11-23',
    '?from=2026-11-24&to=2026-11-23',
    '?from=2025-11-22&to=2026-11-23',
  ]) {
    const { status, body } = await manager.read(`/reports${query}`);
    assert.deepEqual([status, body.code], [400, 'request.invalid'], query);
  }
  assert.equal((await reportOf(manager, '2025-11-23', monday)).days.length, 1);
  assert.deepEqual((await reportOf(manager, '2026-01-01', '2026-01-31')).days, []);
});
