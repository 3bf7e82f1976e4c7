import { askStatus } from './commands.ts';
import { within } from './deadline.ts';
import { type Condition, canPrint } from './outcome.ts';
import type { PrinterLine } from './printer-line.ts';
import { causeOf, silent, stateFromRealTime, unreachable } from './printer-state.ts';
import type { Timers } from './timers.ts';

const answerMs = 800;
const quietMs = 50;

/** The answer to one DLE EOT; a condition when there is none. */
async function askByte(line: PrinterLine, n: 1 | 2 | 3 | 4, timers: Timers): Promise<number | Condition> {
  line.write(askStatus(n));
  const heard = await within(timers, answerMs, (deadline) => line.next((reply) => reply.kind === 'realTime', deadline));
  if (heard.kind === 'realTime') return heard.byte;
  return heard.kind === 'closed' ? unreachable : silent;
}

/**
 * Asks for everything the printer knows of itself. An answer does not say to which question it belongs, so one byte that nobody
 * asked for (a picture may hold the bytes of the question) moves all answers after it. Three good ones are good in any place;
 * anything else is asked for again after a moment of quiet, and the second answer counts.
 */
export async function askCondition(line: PrinterLine, timers: Timers): Promise<Condition> {
  line.forget();
  const first = await askOnce(line, timers);
  if (first.state === 'ready' || first.state === 'silent' || first.state === 'unreachable') return first;
  await within(timers, quietMs, (deadline) => line.next(() => false, deadline));
  return askOnce(line, timers);
}

async function askOnce(line: PrinterLine, timers: Timers): Promise<Condition> {
  const printer = await askByte(line, 1, timers);
  if (typeof printer !== 'number') return printer;
  const offline = await askByte(line, 2, timers);
  if (typeof offline !== 'number') return offline;
  const paper = await askByte(line, 4, timers);
  if (typeof paper !== 'number') return paper;
  const state = stateFromRealTime(printer, offline, paper);
  if (state !== 'error') return { state, cause: null };
  const error = await askByte(line, 3, timers);
  return { state, cause: typeof error === 'number' ? causeOf(error) : null };
}

/** Whether the printer answers a single question and is online: enough when it reports changes by itself. */
export async function isStillFine(line: PrinterLine, timers: Timers): Promise<boolean> {
  line.forget();
  const printer = await askByte(line, 1, timers);
  return typeof printer === 'number' && canPrint(stateFromRealTime(printer, 0, 0));
}
