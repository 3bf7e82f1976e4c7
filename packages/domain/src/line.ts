// The line of announcements of one zone. Pure: each step gives the next line, and the fate of every announcement that leaves it.

import type { Hall } from './hall.ts';
import { placed, placedFirst, thinned, topicOf, type Waiting, without } from './line-order.ts';
import { lookUp } from './register.ts';

/** What is with a display now. `id` is that of this one handing over, `seat` the display's. */
export type Speaking = { readonly item: Waiting; readonly id: string; readonly seat: string } & (
  | { readonly phase: 'writing' }
  | { readonly phase: 'sent'; readonly until: number }
  | { readonly phase: 'started'; readonly endsAt: number; readonly until: number }
);

export type Line = {
  readonly waiting: readonly Waiting[];
  readonly speaking: Speaking | null;
  /** Keys that were ever in this line, the newest last. */
  readonly heard: readonly string[];
};

/** Why something was not spoken. `spokenBefore`: it was handed out before a restart; `silent`: no word came back from its display. */
export type DropReason =
  | 'started'
  | 'gone'
  | 'old'
  | 'quiet'
  | 'superseded'
  | 'crowded'
  | 'spokenBefore'
  | 'failed'
  | 'silent';

/** How an announcement left the line; each leaves it once. */
export type Fate = { readonly item: Waiting } & (
  | { readonly fate: 'spoken'; readonly seat: string }
  | { readonly fate: 'dropped'; readonly why: DropReason; readonly seat: string | null }
);

export type LineStep = { readonly line: Line; readonly fates: readonly Fate[] };

/** What a display tells of an announcement that it was given. */
export type Told =
  | { readonly id: string; readonly what: 'started'; readonly lengthMs: number }
  | { readonly id: string; readonly what: 'finished' }
  /** Its word that it began may be lost, so this one says again whether a sound of it was heard. */
  | { readonly id: string; readonly what: 'failed'; readonly hadBegun: boolean };

export const emptyLine: Line = { waiting: [], speaking: null, heard: [] };

/** A display that has not begun by then is taken for silent, and must not begin any more (rule [W9]). */
export const startWithinMs = 1_500;
/** What a spoken announcement may take beyond its planned length. */
export const overrunMs = 3_000;
// A receipt that is late on the wire is not a display that failed.
const wireMs = 400;
const mostRefusals = 3;
const keptKeys = 400;

/** Takes new announcements into the line, in the order in which they happened (rules [W2], [W3], [W5]). */
export function hear(line: Line, items: readonly Waiting[]): LineStep {
  const fates: Fate[] = [];
  let { waiting, heard } = line;
  for (const item of items) {
    if (heard.includes(item.key)) continue;
    heard = [...heard, item.key].slice(-keptKeys);
    const older = waiting.find((other) => topicOf(other) === topicOf(item));
    if (older) {
      fates.push(dropped(older, 'superseded'));
      const rank = Math.min(older.rank, item.rank);
      waiting = waiting.map((other) => (other === older ? { ...item, rank } : other));
    } else waiting = placed(waiting, item);
  }
  const thin = thinned(waiting);
  fates.push(...thin.repeats.map((item) => dropped(item, 'crowded')));
  return { line: { ...line, waiting: thin.waiting, heard }, fates };
}

/** Drops the calls that the hall does not wait for any more, and what has waited too long (rule [W4]). */
export function forget(line: Line, hall: Hall, now: number): LineStep {
  const fates: Fate[] = [];
  for (const item of line.waiting) {
    const why = unwanted(item, hall) ?? (now >= item.speakBy ? 'old' : null);
    if (why) fates.push(dropped(item, why));
  }
  if (fates.length === 0) return { line, fates };
  const gone = new Set(fates.map(({ item }) => item));
  return { line: { ...line, waiting: line.waiting.filter((item) => !gone.has(item)) }, fates };
}

/** Drops all that waits, because nothing is spoken in this zone now (rule [W11]). */
export function hush(line: Line): LineStep {
  if (line.waiting.length === 0) return { line, fates: [] };
  return { line: { ...line, waiting: [] }, fates: line.waiting.map((item) => dropped(item, 'quiet')) };
}

/** Gives the first in the line to a display. Nothing is heard yet: that it was handed out has to be written first (rule [W8]). */
export function next(line: Line, to: { readonly id: string; readonly seat: string }): Line {
  const [item, ...waiting] = line.waiting;
  return line.speaking || !item ? line : { ...line, waiting, speaking: { item, ...to, phase: 'writing' } };
}

/** It is written that this one was handed out; `isFirst` false when that had been written before, and then it is not spoken again. */
export function written(line: Line, isFirst: boolean, now: number): LineStep {
  const { speaking } = line;
  if (speaking?.phase !== 'writing') return { line, fates: [] };
  if (!isFirst) return ended(line, dropped(speaking.item, 'spokenBefore'));
  const { item, id, seat } = speaking;
  const until = now + startWithinMs + wireMs;
  return { line: { ...line, speaking: { item, id, seat, phase: 'sent', until } }, fates: [] };
}

/** It could not be written: it waits again, first of its rank, unless a newer one of its matter waits (rule [W3]). */
export function unwritten(line: Line): LineStep {
  const { speaking } = line;
  if (speaking?.phase !== 'writing') return { line, fates: [] };
  return putBack(line, speaking.item);
}

/** What a display tells. A word about anything but what it holds now changes nothing: it came twice, or too late. */
export function told(line: Line, word: Told, now: number): LineStep & { readonly isGivenBack: boolean } {
  const { speaking } = line;
  if (!speaking || speaking.id !== word.id || speaking.phase === 'writing')
    return { line, fates: [], isGivenBack: false };
  const { item, id, seat } = speaking;
  switch (word.what) {
    case 'started': {
      if (speaking.phase === 'started') return { line, fates: [], isGivenBack: false };
      const endsAt = now + word.lengthMs;
      const started = { item, id, seat, phase: 'started', endsAt, until: endsAt + overrunMs } as const;
      return { line: { ...line, speaking: started }, fates: [], isGivenBack: false };
    }
    case 'finished':
      return { ...ended(line, { item, fate: 'spoken', seat }), isGivenBack: false };
    case 'failed': {
      const failed: Fate = { item, fate: 'dropped', why: 'failed', seat };
      if (word.hadBegun || speaking.phase === 'started') return { ...ended(line, failed), isGivenBack: false };
      // Nobody has heard a sound of it, so another display may.
      const refused = { ...item, refusals: item.refusals + 1 };
      if (refused.refusals >= mostRefusals) return { ...ended(line, failed), isGivenBack: true };
      return { ...putBack(line, refused), isGivenBack: true };
    }
  }
}

/** Goes on when no word has come in time (rule [W9]). */
export function silence(line: Line, now: number): LineStep {
  const { speaking } = line;
  if (!speaking || speaking.phase === 'writing' || now < speaking.until) return { line, fates: [] };
  return ended(line, { item: speaking.item, fate: 'dropped', why: 'silent', seat: speaking.seat });
}

/** A display is gone. It may speak on to its planned end, and no longer is waited for. */
export function leave(line: Line, seat: string): Line {
  const { speaking } = line;
  if (speaking?.seat !== seat || speaking.phase !== 'started') return line;
  return { ...line, speaking: { ...speaking, until: Math.min(speaking.until, speaking.endsAt) } };
}

/** Drops what another line of the same display has just been given (rule [W3]). */
export function drop(line: Line, key: string): LineStep {
  const item = line.waiting.find((other) => other.key === key);
  if (!item) return { line, fates: [] };
  return { line: { ...line, waiting: without(line.waiting, item) }, fates: [dropped(item, 'superseded')] };
}

function unwanted({ announcement, ticketId }: Waiting, hall: Hall): DropReason | null {
  if (announcement.kind !== 'call' || ticketId === null) return null;
  const ticket = lookUp(hall.tickets, ticketId);
  if (ticket?.state === 'serving') return 'started';
  return ticket?.state === 'called' && ticket.counterId === announcement.counterId ? null : 'gone';
}

// A newer one of its matter that was heard meanwhile takes its place, as if it had waited all the time.
function putBack(line: Line, item: Waiting): LineStep {
  const newer = line.waiting.find((other) => topicOf(other) === topicOf(item));
  const fates = newer ? [dropped(item, 'superseded')] : [];
  let { waiting } = line;
  if (!newer) waiting = placedFirst(waiting, item);
  else if (newer.rank >= item.rank) waiting = placedFirst(without(waiting, newer), { ...newer, rank: item.rank });
  const thin = thinned(waiting);
  fates.push(...thin.repeats.map((repeat) => dropped(repeat, 'crowded')));
  return { line: { ...line, speaking: null, waiting: thin.waiting }, fates };
}

function dropped(item: Waiting, why: DropReason): Fate {
  return { item, fate: 'dropped', why, seat: null };
}

function ended(line: Line, fate: Fate): LineStep {
  return { line: { ...line, speaking: null }, fates: [fate] };
}
