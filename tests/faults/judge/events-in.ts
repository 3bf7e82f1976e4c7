import type { HallEvent, Recorded } from '@antrean/domain';
import type { LogRow } from './evidence.ts';

export type Written = Recorded & { readonly epoch: number; readonly onDay: string };
export type Issued = Extract<Written, { readonly type: 'ticket.issued' | 'ticket.lapsed' }>;

/** The events in the stored text, each with the service day it belongs to. */
export function eventsIn(log: readonly LogRow[]): readonly Written[] {
  let onDay = '';
  return log.map(({ seq, body }) => {
    // What the server wrote; a text that was changed is found by its hash.
    const { epoch, at, event } = JSON.parse(body) as { epoch: number; at: number; event: HallEvent };
    if (event.type === 'day.opened') onDay = event.serviceDay;
    if (event.type === 'ticket.lapsed') return { seq, at, epoch, onDay: event.serviceDay, ...event };
    return { seq, at, epoch, onDay, ...event };
  });
}

export function isIssued(event: Written): event is Issued {
  return event.type === 'ticket.issued' || event.type === 'ticket.lapsed';
}
