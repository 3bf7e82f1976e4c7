import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStation, type SpeakHere, type Station } from '@antrean/client';
import type { Recorded } from '@antrean/domain';
import type { StationsAnswer } from '@antrean/protocol';
import { give, read, signIn } from '../mall.ts';
import { openWire, type Wire } from '../wire.ts';
import { type KillableMall, openKillableMall } from './killable-mall.ts';

let mall: KillableMall;
let wire: Wire;
const stations: Station[] = [];
before(async () => {
  mall = await openKillableMall();
  wire = await openWire(`http://127.0.0.1:${mall.port()}`);
});
after(async () => {
  for (const station of stations) station.close();
  await wire?.close();
  await mall?.close();
});

const url = () => `http://127.0.0.1:${mall.port()}`;

/** A display that can be heard; what it is given lies in the test's hands. */
function display(): { readonly calls: SpeakHere[]; next(n: number): Promise<SpeakHere> } {
  const calls: SpeakHere[] = [];
  const waiting: (() => void)[] = [];
  const station = openStation({ url: wire.url, token: mall.demo.displayToken });
  stations.push(station);
  const seat = station.takeVoiceSeat({
    zoneId: '1',
    onSpeak(speak) {
      if (speak.announcement.kind !== 'call') {
        speak.started(1);
        speak.finished();
        return;
      }
      calls.push(speak);
      for (const wake of waiting.splice(0)) wake();
    },
  });
  seat.sound('ready', 70);
  return {
    calls,
    async next(n) {
      while (calls.length < n) await new Promise<void>((resolve) => waiting.push(resolve));
      const call = calls[n - 1];
      return call ?? assert.fail();
    },
  };
}

async function call(counterId: string): Promise<void> {
  const kiosk = { token: mall.demo.kioskToken };
  await give(url(), kiosk, 'issue', {}, { serviceIds: ['DKC-01'] });
  const desk = await signIn({ url: url(), demo: mall.demo }, counterId);
  await give(url(), desk, 'open', { counterId }, {});
  assert.equal((await give(url(), desk, 'call-next', { counterId }, {})).status, 200);
}

const numbers = (calls: readonly SpeakHere[]) =>
  calls.map(({ announcement }) => (announcement.kind === 'call' ? announcement.number : ''));

async function restart(): Promise<void> {
  await mall.kill();
  await mall.restart();
  wire.pointTo(url());
}

/** Waits until the server knows again who speaks in this zone. */
async function speaksIn(zoneId: string): Promise<void> {
  for (let isKnown = false; !isKnown; ) {
    const { body } = await read(url(), { token: mall.demo.displayToken }, '/stations');
    const { stations: all } = body as unknown as StationsAnswer;
    isKnown = all.some(({ voice }) => voice?.speaksIn.includes(zoneId));
  }
}

async function log(): Promise<readonly Recorded[]> {
  const response = await fetch(`${url()}/api/v1/events?after=0&limit=1000`, {
    headers: { authorization: `Bearer ${mall.demo.displayToken}` },
  });
  return ((await response.json()) as { readonly events: readonly Recorded[] }).events;
}

test('[W8] a server killed while a call is spoken does not let it be spoken again; the one behind it is spoken after the restart', {
  timeout: 60_000,
}, async () => {
  const tv = display();
  await call('counter-1');
  const first = await tv.next(1);
  assert.equal(first.started(30_000), true);
  await call('counter-2');
  await restart();
  await speaksIn('1');
  assert.equal(tv.calls.length, 1, 'the display still speaks');
  first.finished();
  const second = await tv.next(2);
  assert.equal(second.started(1_000), true);
  second.finished();
  await call('counter-3');
  (await tv.next(3)).started(1_000);
  assert.deepEqual(numbers(tv.calls), ['BQ001', 'BQ002', 'BQ003']);
  const handedOut = (await log()).flatMap((event) => (event.type === 'announcement.handedOut' ? event.key : []));
  assert.equal(new Set(handedOut).size, handedOut.length);
});

test('[W8] a server killed right after it handed a call out, and a page loaded anew, do not let it be spoken again', {
  timeout: 60_000,
}, async () => {
  for (const station of stations.splice(0)) station.close();
  const tv = display();
  await call('counter-4');
  await tv.next(1);
  for (const station of stations.splice(0)) station.close();
  const again = display();
  await restart();
  await call('counter-5');
  (await again.next(1)).started(1_000);
  assert.deepEqual([numbers(tv.calls), numbers(again.calls)], [['BQ004'], ['BQ005']]);
});
