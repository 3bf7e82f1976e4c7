import { askCondition } from './ask-condition.ts';
import { automaticStatusOn, cleanStart, recover } from './commands.ts';
import { within } from './deadline.ts';
import { type Condition, canPrint } from './outcome.ts';
import type { PrinterLine } from './printer-line.ts';
import { silent } from './printer-state.ts';
import type { PrinterProfile } from './profiles.ts';
import type { Reply } from './status-reply.ts';
import type { Timers } from './timers.ts';

const tries = 10;
const tryMs = 1_000;
const nulsOfATry = 8_192;

const start = (profile: PrinterProfile) => [...cleanStart, ...(profile.asb ? automaticStatusOn : [])];

/** Tells a printer to give up what was interrupted; it may not listen. */
export function giveUpHalfJob(line: PrinterLine, profile: PrinterProfile): void {
  line.write(Uint8Array.of(...recover, ...start(profile)));
}

/**
 * Makes sure that nothing of an earlier job is left in the printer, and asks how it is. An interrupted picture eats whatever comes
 * after it, so a printer that does not get as far as reporting its status is fed blanks until it does. The status that was switched
 * on behind the clearing also says that every answer to an earlier job's fence has come.
 */
export async function clearHalfJob(line: PrinterLine, profile: PrinterProfile, timers: Timers): Promise<Condition> {
  const isStatus = (reply: Reply) => reply.kind === 'automatic';
  let isThrough = !profile.asb;
  const stop = line.onReply((reply) => {
    isThrough ||= isStatus(reply);
  });
  try {
    giveUpHalfJob(line, profile);
    const asked = await askCondition(line, timers);
    // Stopped by paper or cover it works nothing off, however much it is fed.
    if (isThrough || !(canPrint(asked.state) || asked.state === 'silent')) return asked;
    for (let tried = 0; tried < tries && !isThrough && !line.isClosed; tried += 1) {
      line.write(Uint8Array.of(...new Uint8Array(nulsOfATry), ...start(profile)));
      await within(timers, tryMs, (deadline) => line.next(isStatus, deadline));
    }
    return isThrough ? await askCondition(line, timers) : silent;
  } finally {
    stop();
  }
}
