import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Live } from '@antrean/client';
import { evolve, type HallEvent } from '@antrean/domain';
import { dayOpened, hallAfter, morning, smallMall } from '../testing/small-mall.ts';
import { reloadAfterClosing } from './reload-after-closing.ts';

const dayClosed: HallEvent = { type: 'day.closed', serviceDay: '2026-11-24' };
const afterMs = 10 * 60_000;

/** A page that is open while the mall goes through its day; `pass` lets the time pass for which the page waits. */
function openPage() {
  let live: Live = { hall: null, link: { state: 'joining' } };
  let look = () => {};
  let alarm: { readonly ms: number; readonly wake: () => void } | null = null;
  let reloads = 0;
  reloadAfterClosing(
    {
      current: () => live,
      subscribe(listener) {
        look = listener;
        return () => {};
      },
    },
    {
      now: () => 0,
      after(ms, wake) {
        alarm = { ms, wake };
        return () => {
          alarm = null;
        };
      },
    },
    () => {
      reloads += 1;
    },
  );
  const become = (next: Live) => {
    live = next;
    look();
  };
  return {
    reloads: () => reloads,
    waitsFor: () => alarm?.ms ?? null,
    pass() {
      const due = alarm;
      alarm = null;
      due?.wake();
    },
    link: (state: 'live' | 'lost') =>
      become({ ...live, link: state === 'live' ? { state } : { state, since: morning } }),
    start: (event?: HallEvent) =>
      become({ hall: hallAfter(smallMall(1), event ? [[morning, event]] : []), link: { state: 'live' } }),
    hear: (event: HallEvent) =>
      live.hall && become({ ...live, hall: evolve(live.hall, { seq: live.hall.seq + 1, at: morning, ...event }) }),
  };
}

test('a display’s page starts anew ten minutes after closing, once', () => {
  const page = openPage();
  page.start(dayOpened);
  assert.equal(page.waitsFor(), null);
  page.hear(dayClosed);
  page.link('live');
  assert.equal(page.waitsFor(), afterMs);
  page.pass();
  assert.equal(page.reloads(), 1);
  page.link('live');
  assert.equal(page.waitsFor(), null);
});

test('a page that finds the mall closed stays, and one whose mall opens again is left alone', () => {
  const closed = openPage();
  closed.start();
  assert.equal(closed.waitsFor(), null);
  const reopened = openPage();
  reopened.start(dayOpened);
  reopened.hear(dayClosed);
  reopened.hear(dayOpened);
  assert.equal(reopened.waitsFor(), null);
});

test('a page whose server is away keeps what it knows, and starts anew once the server is back', () => {
  const page = openPage();
  page.start(dayOpened);
  page.hear(dayClosed);
  page.link('lost');
  page.pass();
  assert.deepEqual([page.reloads(), page.waitsFor()], [0, afterMs]);
  page.link('live');
  page.pass();
  assert.equal(page.reloads(), 1);
});
