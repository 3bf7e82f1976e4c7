import { randomUUID } from 'node:crypto';
import {
  callsHeard,
  type Fate,
  type Heard,
  heardOf,
  type Line,
  type LineStep,
  lines,
  plannedHeard,
} from '@antrean/domain';
import type { Speak, VoiceBeat } from '@antrean/protocol';
import type { Store } from '@antrean/store';
import type { FastifyBaseLogger } from 'fastify';
import { openCopies } from './copies.ts';
import type { LiveHall } from './live-hall.ts';
import type { Receipts } from './receipts.ts';
import { speakOrders } from './speak-orders.ts';
import { type Display, openVoices, type Seat, type Voices } from './voices.ts';
import { isQuiet, readyZone, silentZones } from './zone-turns.ts';

/** Lets each zone of the hall hear its announcements, one after the other, by one display (rules [W1] to [W11]). */
export type Announcer = {
  /** A display tells of its voice over a connection; `speak` reaches it there. */
  hear(display: Display, beat: VoiceBeat, from: { readonly connection: string; speak(speak: Speak): void }): void;
  gone(connection: string): void;
  /** How the voice of a display is; null when no page of it can speak now. */
  voiceOf: Voices['voiceOf'];
  /** When a page of this display was last heard of, since this server runs. */
  heardAt: Voices['heardAt'];
  /** Zones with counters at work in which no display can be heard. */
  silentZones(): string[];
  close(): void;
};

type Parts = {
  readonly store: Store;
  readonly live: LiveHall;
  readonly receipts: Receipts;
  readonly clock: () => number;
  readonly log: FastifyBaseLogger;
};

/** What a zone's display was given, until it is over. */
type Held = { readonly seat: Seat; readonly key: string; readonly speak: Speak };

const turnEveryMs = 250;

export function openAnnouncer({ store, live, receipts, clock, log }: Parts): Announcer {
  const zones = new Map<string, Line>();
  const held = new Map<string, Held>();
  const voices = openVoices(clock);
  const orders = speakOrders(store, clock, log);
  const failed = (err: unknown) => log.error({ event: 'voice.failed', err });
  const drop = (zoneId: string, key: string) => take(zoneId, lines.drop(lineOf(zoneId), key));
  const copies = openCopies({ orders, voices, zones, drop, failed });
  let seen = live.hall();
  let isClosed = false;
  const zoneIds = () => store.catalogue().zones.map(({ id }) => id);
  const lineOf = (zoneId: string): Line => zones.get(zoneId) ?? lines.emptyLine;

  function take(zoneId: string, step: LineStep): void {
    zones.set(zoneId, step.line);
    for (const fate of step.fates) end(zoneId, fate);
  }

  function hearAll(heard: readonly Heard[]): void {
    for (const zoneId of zoneIds()) {
      const here = heard.filter((item) => item.zoneId === zoneId);
      if (here.length > 0) take(zoneId, lines.hear(lineOf(zoneId), here));
    }
  }

  function end(zoneId: string, fate: Fate): void {
    const { announcement, key } = fate.item;
    const was = held.get(zoneId);
    const display = was?.key === key ? was.seat : null;
    if (display) {
      held.delete(zoneId);
      // Also when no word came: it may have been heard in all its zones.
      copies.begun(zoneId);
    }
    if (fate.fate === 'spoken') {
      if (display) orders.note('spoken', { zoneId, key, deviceId: display.deviceId });
      if (announcement.kind === 'call' && display)
        receipts.voice(announcement.callSeq, { state: 'spoken', display: display.display });
      return;
    }
    log.info({ event: 'voice.dropped', zone: zoneId, announcement: key, why: fate.why });
    if (display && fate.seat !== null) {
      voices.rest(display.seat);
      orders.note('failed', { zoneId, key, deviceId: display.deviceId });
    }
    if (announcement.kind !== 'call') return;
    // Nobody was there to say it: that it grew old meanwhile is no news.
    if (fate.why === 'old' && !voices.speakerIn(zoneId)) return;
    receipts.voice(announcement.callSeq, { state: 'unspoken', why: fate.why });
  }

  /** Everything that the clock, the hall and the displays make due now. */
  function turn(): void {
    if (isClosed) return;
    const now = clock();
    const catalogue = store.catalogue();
    hearAll(plannedHeard(live.hall(), catalogue, now));
    voices.settle(zoneIds());
    for (const zoneId of zoneIds()) {
      take(zoneId, lines.silence(lineOf(zoneId), now));
      take(zoneId, lines.forget(lineOf(zoneId), live.hall(), now));
      if (isQuiet(live.hall(), catalogue, zoneId, now)) take(zoneId, lines.hush(lineOf(zoneId)));
    }
    const ready = () => readyZone(zones, voices, copies.isKept);
    for (let zoneId = ready(); zoneId !== null; zoneId = ready()) begin(zoneId);
    for (const zoneId of zoneIds()) {
      const state = voices.speakerIn(zoneId) ? 'waiting' : 'noSpeaker';
      for (const { announcement } of lineOf(zoneId).waiting)
        if (announcement.kind === 'call') receipts.voice(announcement.callSeq, { state });
    }
  }

  function begin(zoneId: string): void {
    const seat = voices.speakerIn(zoneId);
    if (!seat) return;
    const line = lines.next(lineOf(zoneId), { id: randomUUID(), seat: seat.seat });
    zones.set(zoneId, line);
    const { speaking } = line;
    if (!speaking) return;
    const { key } = speaking.item;
    copies.keep(zoneId, key, seat);
    handOut(zoneId, seat, key).catch((err: unknown) => {
      failed(err);
      copies.refused(zoneId);
      take(zoneId, lines.unwritten(lineOf(zoneId)));
    });
  }

  /** That it was handed out is on the disk before the display hears of it (rule [W8]). */
  async function handOut(zoneId: string, seat: Seat, key: string): Promise<void> {
    const isFirst = await orders.handOut({ zoneId, key, deviceId: seat.deviceId });
    if (isFirst) await copies.write(zoneId, key, seat);
    if (isClosed) return;
    const now = clock();
    if (!isFirst) copies.refused(zoneId);
    if (isFirst === null) return take(zoneId, lines.unwritten(lineOf(zoneId)));
    take(zoneId, lines.written(lineOf(zoneId), isFirst, now));
    const { speaking } = lineOf(zoneId);
    if (speaking?.phase !== 'sent' || speaking.item.key !== key) return turn();
    const { announcement } = speaking.item;
    const speak: Speak = { id: speaking.id, zoneId, announcement, deadline: now + lines.startWithinMs };
    held.set(zoneId, { seat, key, speak });
    log.info({ event: 'voice.handedOut', zone: zoneId, announcement: key, device: seat.deviceId });
    (voices.find(seat.seat) ?? seat).speak(speak);
  }

  function hearTold(seat: Seat, word: NonNullable<VoiceBeat['told']>): void {
    const zoneId = [...held].find(([, { speak, seat: own }]) => speak.id === word.id && own.seat === seat.seat)?.[0];
    const was = zoneId === undefined ? undefined : held.get(zoneId);
    if (zoneId === undefined || !was) return;
    const before = lineOf(zoneId);
    const step = lines.told(before, word, clock());
    if (word.what === 'failed')
      log.warn({ event: 'voice.refused', zone: zoneId, device: seat.deviceId, reason: word.reason });
    if (step.isGivenBack) {
      voices.rest(seat.seat);
      held.delete(zoneId);
      copies.refused(zoneId);
      orders.note('givenBack', { zoneId, key: was.key, deviceId: seat.deviceId });
    } else if (step.line !== before) copies.begun(zoneId);
    take(zoneId, step);
    const { announcement } = was.speak;
    if (word.what === 'started' && step.line !== before && announcement.kind === 'call')
      receipts.voice(announcement.callSeq, { state: 'speaking', display: seat.display });
  }

  hearAll(callsHeard(seen, store.catalogue(), clock()));
  live.onEvents((events) => {
    const after = live.hall();
    const before = seen;
    seen = after;
    hearAll(events.flatMap((event) => heardOf(event, before, after, store.catalogue())));
    // The stations hear of the event first, then of what is said about it.
    queueMicrotask(turn);
  });
  const timer = setInterval(turn, turnEveryMs);
  timer.unref();

  return {
    hear(display, beat, from) {
      const isKnown = display.zoneId !== null || beat.zoneId === null || zoneIds().includes(beat.zoneId);
      const { seat, isMoved } = voices.hear(display, isKnown ? beat : { ...beat, zoneId: null }, from);
      if (beat.told) hearTold(seat, beat.told);
      // It may have been on its way when the connection broke; a display knows what it has had.
      if (isMoved)
        for (const [zoneId, { seat: own, speak }] of held)
          if (own.seat === seat.seat && lineOf(zoneId).speaking?.phase === 'sent') seat.speak(speak);
      turn();
    },
    gone(connection) {
      const lost = voices.gone(connection);
      if (!lost) return;
      for (const zoneId of zoneIds()) zones.set(zoneId, lines.leave(lineOf(zoneId), lost.seat));
      turn();
    },
    voiceOf: voices.voiceOf,
    heardAt: voices.heardAt,
    silentZones: () => silentZones(live.hall(), store.catalogue(), voices, clock()),
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}
