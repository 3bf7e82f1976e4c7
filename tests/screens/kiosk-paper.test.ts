import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import type { Catalogue } from '@antrean/domain';
import type { CatalogueAnswer, IssueAnswer } from '@antrean/protocol';
import { chromium } from 'playwright-core';

const executablePath = process.env.ANTREAN_CHROMIUM ?? '/usr/bin/chromium';
const program = path.resolve(import.meta.dirname, '../../apps/kiosk/headless.ts');

const catalogue: Catalogue = {
  site: { id: 'mall', name: 'MPP Bintan', timeZone: 'Asia/Jakarta' },
  rules: { maxCalls: 3, callsBeforeNoShow: 3, requeuePlaces: 3, maxRequeues: 1, maxParkMinutes: 120 },
  calendar: { week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, days: {} },
  zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
  agencies: [
    { id: 'DKC', letter: 'D', name: 'Dukcapil', nameEn: 'Civil registry', shortName: 'Dukcapil', zoneId: '1' },
  ],
  services: [
    {
      ...{ id: 'DKC-01', agencyId: 'DKC', queueId: 'DKC-quick', track: 'quick', name: 'KTP-el baru', nameEn: 'New ID' },
      ...{ minutes: 10, minutesSpread: 5, synonyms: [], bring: [], dailyQuota: null },
    },
  ],
  queues: [{ id: 'DKC-quick', agencyId: 'DKC', track: 'quick', prefix: 'DQ', digits: 3 }],
  counters: [],
  priorityClasses: [],
};

/** A peer in the queue server's place: one catalogue, one number, and which tokens it was shown. */
async function queueServer(t: TestContext) {
  const tokens = new Set<string | undefined>();
  const outcomes: string[] = [];
  const issued: IssueAnswer = {
    visit: { id: 'visit-1', number: 'DQ012', arrivedAt: 1, priorityClass: null, language: 'id' },
    tickets: [
      {
        ...{ id: 'ticket-1', visitId: 'visit-1', number: 'DQ012', serviceDay: '1970-01-01', queueId: 'DKC-quick' },
        ...{ serviceId: 'DKC-01', track: 'quick', priority: false, state: 'waiting', issuedAt: 1 },
        ...{ eligibleAt: 1, counterId: null, calls: 0, ahead: 0, estimate: null },
      },
    ],
    statusUrl: '/t/abcdefghijklmnopqrstuv',
  };
  const known: CatalogueAnswer = { catalogue, epoch: 1, now: 1, demo: false };
  const server = createServer((request, response) => {
    tokens.add(request.headers.authorization);
    const isIssue = request.url === '/api/v1/tickets';
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url?.endsWith('/print-outcome')) outcomes.push(JSON.parse(body).outcome);
      response.writeHead(isIssue ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isIssue ? issued : request.url === '/api/v1/catalogue' ? known : {}));
      server.emit('answered', request.url);
    });
  });
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://127.0.0.1:${address.port}`, tokens, outcomes, server };
}

async function startKiosk(t: TestContext, serverUrl: string): Promise<{ url: string; kiosk: ChildProcess }> {
  const screen = mkdtempSync(path.join(tmpdir(), 'kiosk-screen-'));
  t.after(() => rmSync(screen, { recursive: true }));
  writeFileSync(path.join(screen, 'index.html'), '<!doctype html><title>Kios</title>');
  const args = [program, '--server', serverUrl, '--printer', 'virtual', '--port', '0', '--screen', screen];
  const kiosk = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ANTREAN_TOKEN: 'device-token' },
  });
  t.after(() => kiosk.kill('SIGKILL'));
  const [line] = await once(createInterface(kiosk.stdout), 'line');
  const url = /^kiosk listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
  assert.ok(url, `not where it listens: ${line}`);
  return { url, kiosk };
}

test('a number taken at a headless kiosk appears as paper on the desk, without a reload, and an empty roll stops the next', async (t) => {
  const { url: serverUrl, tokens, outcomes, server } = await queueServer(t);
  const { url, kiosk } = await startKiosk(t, serverUrl);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/paper/`);
  await page.getByText('Belum ada tiket').waitFor();

  const press = () =>
    page.evaluate(async (pressId) => {
      const body = JSON.stringify({ pressId, serviceIds: ['DKC-01'] });
      const answer = await fetch('/bridge/takeNumber', { method: 'POST', body });
      return answer.json();
    }, randomUUID());
  const told = new Promise<void>((resolve) => {
    server.on('answered', (way) => way.endsWith('/print-outcome') && resolve());
  });
  const taken = await press();
  assert.equal(taken.value?.slip.kind, 'PRINTED', JSON.stringify(taken));
  const slip = page.getByRole('img', { name: /DQ012/ });
  await slip.waitFor();
  assert.ok(
    await slip.evaluate(
      (image) => image instanceof HTMLImageElement && image.decode().then(() => image.naturalWidth > 576),
    ),
  );
  assert.ok(await page.getByText('Belum ada tiket').isHidden());

  await page.getByRole('button', { name: /Habiskan kertas/ }).click();
  await page.getByText('Kertas habis').waitFor();
  assert.deepEqual((await press()).error, { code: 'printer.notReady', values: { state: 'paperOut' } });
  await page.getByRole('button', { name: /Isi kertas/ }).click();
  await page.getByText('Siap mencetak').waitFor();

  await told;
  assert.deepEqual([...tokens], ['Bearer device-token']);
  assert.deepEqual(outcomes, ['PRINTED']);
  assert.deepEqual(complaints, []);
  kiosk.kill('SIGTERM');
  const [code] = await once(kiosk, 'exit');
  assert.equal(code, 0, 'a kiosk that is told to stop ends cleanly');
});
