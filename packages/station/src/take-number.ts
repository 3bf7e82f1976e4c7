import type { Refusal } from '@antrean/domain';
import { isRetryable } from '@antrean/protocol';
import type { Bridged, BridgeFailure, GivenNumber, Press } from './bridge.ts';
import type { OfflineNumber, Wish } from './journal/jobs.ts';
import type { Copies } from './kept-copies.ts';
import { offlineNumber } from './offline-number.ts';
import type { KioskParts } from './station-parts.ts';

/**
 * One number for one press: from the server within its deadline, else the next of a lease. The journal knows of each step before
 * the next one begins, so that no crash gives a number twice or to nobody.
 */
export function numberTaking(parts: KioskParts, copies: Copies): (press: Press) => Promise<Bridged<GivenNumber>> {
  const { server, journal, clock, newId } = parts;

  const fromLease = (wish: Wish): Bridged<OfflineNumber> => {
    const catalogue = copies.catalogue();
    const hall = copies.hall();
    const time = copies.time.now();
    // Without the time nobody knows which day's numbers to give.
    if (!catalogue || !hall || !time) return { ok: false, error: { code: 'link.down' } };
    const serviceDay = hall.day?.serviceDay ?? '';
    const decided = offlineNumber(wish, {
      catalogue: catalogue.catalogue,
      hall,
      time,
      lease: (queueId) => journal.leases.next(queueId, serviceDay),
      untoldHere: (serviceId) => journal.jobs.untoldOf(serviceId, serviceDay),
      publicUrl: catalogue.publicUrl,
      newId,
    });
    return decided.ok ? decided : { ok: false, error: failureOf(decided.error) };
  };

  return async ({ pressId, withoutPaper: _, serviceIds, priorityClass = null, language = 'id' }) => {
    const wish: Wish = { serviceIds, priorityClass, language };
    if (copies.isAway()) {
      const own = fromLease(wish);
      if (own.ok) {
        journal.jobs.numberOffline(own.value, pressId, wish, clock.now());
        return { ok: true, value: own.value.given };
      }
      // The server may be back before we know it; only it has numbers left.
      if (own.error.code !== 'lease.exhausted' && own.error.code !== 'link.down') return own;
    }
    const commandId = newId();
    journal.jobs.ask({ commandId, pressId, wish, madeAt: clock.now() });
    const answer = await server.commands.give('issue', {}, wish, commandId);
    if (answer.ok) {
      const given: GivenNumber = { ...answer.value, offline: false };
      return journal.jobs.numbered(commandId, given)
        ? { ok: true, value: given }
        : { ok: false, error: { code: 'command.abandoned' } };
    }
    if (!mayHaveWorked(answer.error)) {
      journal.jobs.refused(commandId);
      return answer;
    }
    copies.gaveUp();
    const own = fromLease(wish);
    // The old request is given up in any case: should it have worked, or work yet, nobody has its paper.
    journal.jobs.fallBack(commandId, own.ok ? own.value : null, pressId, wish, clock.now());
    return own.ok ? { ok: true, value: own.value.given } : own;
  };
}

/** Whether nobody knows what became of a command: no answer came, or the server failed while it worked on it. */
export function mayHaveWorked({ code }: BridgeFailure): boolean {
  return code === 'link.down' || (code !== 'printer.notReady' && code !== 'journal.failed' && isRetryable(code));
}

function failureOf({ code, detail }: Refusal): BridgeFailure {
  return detail ? { code, values: detail } : { code };
}
