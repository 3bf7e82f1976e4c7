import type { RefusalCode } from '@antrean/domain';

/** Refusals that the edge makes itself, before or around the domain. */
export type EdgeCode =
  | 'request.invalid'
  | 'request.unknown'
  | 'request.tooLarge'
  | 'request.tooMany'
  | 'command.mismatch'
  | 'command.abandoned'
  | 'epoch.stale'
  | 'store.unavailable'
  | 'access.expired'
  | 'access.pin'
  | 'access.wait'
  | 'access.mustChange'
  | 'access.password'
  | 'access.weak'
  | 'enrol.code'
  | 'setup.code'
  | 'server.failed';

export type ErrorCode = RefusalCode | EdgeCode;

/** One status for each code. A code is never renamed: stations of an older build know it. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  'ticket.state': 409,
  'ticket.unknown': 404,
  'ticket.notYours': 403,
  'ticket.recallLimit': 409,
  'ticket.tooFewCalls': 409,
  'ticket.final': 409,
  'ticket.held': 409,
  'ticket.tooSoon': 409,
  'ticket.noKiosk': 409,
  'undo.nothing': 409,
  'undo.tooLate': 409,
  'visit.busy': 409,
  'counter.unknown': 404,
  'counter.closed': 409,
  'counter.paused': 409,
  'counter.notPaused': 409,
  'counter.open': 409,
  'counter.busy': 409,
  'counter.taken': 409,
  'counter.track': 409,
  'agency.unknown': 404,
  'zone.unknown': 404,
  'service.unknown': 404,
  'service.closed': 409,
  'service.quota': 409,
  'site.ticketing': 409,
  'day.closed': 409,
  'day.open': 409,
  'day.backwards': 409,
  'pause.active': 409,
  'pause.unknown': 404,
  'notice.unknown': 404,
  'park.minutes': 400,
  'priority.unknown': 400,
  'lease.exhausted': 409,
  'lease.unknown': 404,
  'lease.outside': 409,
  'lease.used': 409,
  'officer.unknown': 404,
  'officer.loginTaken': 409,
  'officer.self': 409,
  'device.unknown': 404,
  'access.denied': 403,
  'request.invalid': 400,
  'request.unknown': 404,
  'request.tooLarge': 413,
  'request.tooMany': 429,
  'command.mismatch': 409,
  'command.abandoned': 410,
  'epoch.stale': 409,
  'store.unavailable': 503,
  'access.expired': 401,
  'access.pin': 401,
  'access.wait': 429,
  'access.mustChange': 403,
  'access.password': 401,
  'access.weak': 400,
  'enrol.code': 401,
  'setup.code': 401,
  'server.failed': 500,
};

/** Answers after which the same command, with the same key, may succeed by itself. */
export const isRetryable = (code: ErrorCode): boolean => code === 'store.unavailable' || code === 'server.failed';
