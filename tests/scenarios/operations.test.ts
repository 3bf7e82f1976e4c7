import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import { commands } from '@antrean/protocol';
import { give, type Mall, mondayMorning, openMall } from '../mall.ts';

let mall: Mall;
const lines: string[] = [];
before(async () => {
  mall = await openMall({ log: (line) => lines.push(line) });
});
after(() => mall.close());

test('every command of the contract stands in the API’s description, with its problem answer', async () => {
  const { paths, openapi } = (await (await fetch(`${mall.url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };
  assert.equal(openapi, '3.1.0');
  for (const { path, method } of Object.values(commands)) {
    const described = paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
    assert.ok(described?.responses['4XX'] ?? described?.responses['4xx'], path);
  }
});

test('every route of the API declares what it answers, and how it refuses', async () => {
  const { paths } = (await (await fetch(`${mall.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>;
  };
  const api = Object.entries(paths).filter(([path]) => path.startsWith('/api/v1'));
  assert.ok(api.length > 30, `${api.length} paths`);
  for (const [path, operations] of api)
    for (const [method, { responses }] of Object.entries(operations)) {
      const statuses = Object.keys(responses);
      assert.ok(
        statuses.some((status) => /^20[014]$/.test(status)),
        `${method} ${path}: ${statuses}`,
      );
      assert.ok(
        statuses.some((status) => status.toUpperCase() === '4XX'),
        `${method} ${path}: ${statuses}`,
      );
    }
});

test('the mall is alive, ready, and gives its figures', async () => {
  await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.equal((await fetch(`${mall.url}/health/live`)).status, 200);
  const ready = (await (await fetch(`${mall.url}/health/ready`)).json()) as Record<string, unknown>;
  assert.deepEqual([ready.status, ready.serviceDay, ready.clock], ['ok', '2026-11-23', 'ok']);
  const figures = await (await fetch(`${mall.url}/metrics`)).text();
  assert.match(figures, /^antrean_waiting 1$/m);
});

test('[S42] the log names what was done, and no token of a device, an officer or a slip', async () => {
  const secrets = [mall.demo.kioskToken, mall.demo.pin];
  const taken = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });
  const slip = String(taken.body.statusUrl).split('/t/')[1] ?? '';
  await fetch(`${mall.url}/api/v1/status/${slip}`);
  await fetch(`${mall.url}/t/${slip}`);
  const log = lines.join('');
  assert.match(log, /"event":"command"/);
  for (const secret of [...secrets, slip]) assert.ok(!log.includes(secret));
});

test('[D1] a clock that jumps back is said so; the day, the order and the numbers stay', async () => {
  const first = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-02'] });
  mall.clock.at = mondayMorning - 10 * 86_400_000;
  await mall.server.settle();
  const second = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-02'] });
  mall.clock.at = mondayMorning;
  const [one, two] = [first, second].map(({ body }) => {
    const { number } = body.visit as { number: string };
    const [ticket] = body.tickets as { serviceDay: string; eligibleAt: number }[];
    return { value: Number(number.slice(2)), day: ticket?.serviceDay, eligibleAt: ticket?.eligibleAt ?? 0 };
  });
  assert.equal(two?.day, one?.day);
  assert.equal(two?.value, (one?.value ?? 0) + 1);
  assert.ok((two?.eligibleAt ?? 0) >= (one?.eligibleAt ?? 0));
  mall.clock.at = mondayMorning - 10 * 86_400_000;
  const ready = (await (await fetch(`${mall.url}/health/ready`)).json()) as Record<string, unknown>;
  assert.equal(ready.clock, 'behind');
  mall.clock.at = mondayMorning;
});

test('[S28] a slip tells of its number until an hour after the day, then nothing', async () => {
  mall.clock.at = mondayMorning;
  const taken = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-02'] });
  const token = String(taken.body.statusUrl).split('/t/')[1];
  const status = async () => (await fetch(`${mall.url}/api/v1/status/${token}`)).status;
  assert.equal(await status(), 200);
  mall.clock.at = Date.UTC(2026, 10, 23, 17, 59);
  assert.equal(await status(), 200);
  mall.clock.at = Date.UTC(2026, 10, 23, 18, 0);
  assert.equal(await status(), 404);
});

test('figures and demonstration are for this machine only, also behind a proxy on it', async () => {
  for (const path of ['/metrics', '/api/v1/demo'])
    assert.ok(
      (await fetch(`${mall.url}${path}`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status >= 400,
      path,
    );
});

test('at midnight the old day ends and the new one starts with number one', async () => {
  const issue = () => give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });
  await issue();
  await issue();
  assert.ok(listOf(mall.server.hall().tickets).length > 1);
  mall.clock.at = Date.UTC(2026, 10, 24, 17, 0, 1);
  await mall.server.settle();
  const { day, tickets } = mall.server.hall();
  assert.deepEqual([day?.serviceDay, listOf(tickets).length], ['2026-11-25', 0]);
  const taken = await issue();
  assert.match((taken.body.visit as { number: string }).number, /001$/);
});
