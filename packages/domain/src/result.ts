/** What a decision gives back: a value, or a refusal as plain data that survives JSON. */
export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Every reason for which a rule says no. The code is identity; the other fields help the sentence. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly detail?: Readonly<Record<string, string | number | null>>;
};

export type RefusalCode =
  | 'ticket.state'
  | 'ticket.unknown'
  | 'ticket.notYours'
  | 'ticket.recallLimit'
  | 'ticket.tooFewCalls'
  | 'ticket.final'
  | 'ticket.held'
  | 'ticket.tooSoon'
  | 'ticket.noKiosk'
  | 'undo.nothing'
  | 'undo.tooLate'
  | 'visit.busy'
  | 'counter.unknown'
  | 'counter.closed'
  | 'counter.paused'
  | 'counter.notPaused'
  | 'counter.open'
  | 'counter.busy'
  | 'counter.taken'
  | 'counter.track'
  | 'agency.unknown'
  | 'zone.unknown'
  | 'service.unknown'
  | 'service.closed'
  | 'service.quota'
  | 'site.ticketing'
  | 'day.closed'
  | 'day.open'
  | 'day.backwards'
  | 'pause.active'
  | 'pause.unknown'
  | 'notice.unknown'
  | 'park.minutes'
  | 'priority.unknown'
  | 'lease.exhausted'
  | 'lease.unknown'
  | 'lease.outside'
  | 'lease.used'
  | 'officer.unknown'
  | 'officer.loginTaken'
  | 'officer.self'
  | 'device.unknown'
  | 'access.denied';

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, detail?: Refusal['detail']): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: detail ? { code, detail } : { code } };
}

/** The end of a switch over a union: the compiler proves that no case is missing, a broken caller throws. */
export function unreachable(x: never): never {
  throw new Error(`not a case: ${JSON.stringify(x)}`);
}
