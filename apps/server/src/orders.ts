import { type LiveOutlook, unreachable } from '@antrean/domain';
import type { accessCommands, CommandBody, CommandName, CommandParams } from '@antrean/protocol';
import type { Order } from '@antrean/store';
import type { MadeSecrets } from './made-secrets.ts';

/** A command as it came over the wire, already checked against its schema. */
export type Request = {
  [N in CommandName]: { readonly name: N; readonly params: CommandParams<N>; readonly body: CommandBody<N> };
}[CommandName];

/** What the server itself adds to an order: its live outlook for the promise, today's date for opening a day by hand, new secrets. */
export type Now = {
  readonly outlook: Pick<LiveOutlook, 'estimates'>;
  readonly date: string;
  readonly made: MadeSecrets;
};

/** The order that a request means. */
export function orderFor(request: Request, now: Now): Order {
  switch (request.name) {
    case 'issue': {
      const { serviceIds, priorityClass = null, language = 'id' } = request.body;
      return {
        kind: 'issue',
        serviceIds,
        priorityClass,
        language,
        promise: (services, eligibleAt) => now.outlook.estimates(services, eligibleAt),
      };
    }
    case 'print-outcome':
      return { kind: 'print-outcome', ticketId: request.params.ticketId, ...request.body };
    case 'call-next':
      return { kind: 'call-next', counterId: request.params.counterId };
    case 'call':
      return { kind: 'call', counterId: request.params.counterId, ...request.body };
    case 'open':
    case 'resume-counter':
    case 'close':
      return { kind: 'counter', counterId: request.params.counterId, step: { kind: request.name } };
    case 'pause':
    case 'change-track':
    case 'assign-counter':
    case 'release-counter':
    case 'hand-over-counter':
      return counterOrder(request);
    case 'start-pause':
      return { kind: 'start-pause', ...request.body, until: request.body.until ?? null };
    case 'end-pause':
      return { kind: 'end-pause', pauseId: request.params.pauseId };
    case 'undo':
      return { kind: 'undo', counterId: request.params.counterId };
    case 'note':
      return { kind: 'note', ticketId: request.params.ticketId, text: request.body.text };
    case 'reprint':
      return { kind: 'reprint', ticketId: request.params.ticketId };
    case 'set-quota':
      return { kind: 'set-quota', serviceId: request.params.serviceId, quota: request.body.quota };
    case 'close-ticketing':
    case 'open-ticketing':
      return { kind: request.name };
    case 'post-notice':
      return { kind: 'post-notice', ...request.body };
    case 'withdraw-notice':
      return { kind: 'withdraw-notice', noticeId: request.params.noticeId };
    case 'set-loudness':
      return { kind: 'set-loudness', zoneId: request.params.zoneId, ...request.body };
    case 'open-day':
      return { kind: 'open-day', serviceDay: now.date, by: 'hand' };
    case 'close-day':
      return { kind: 'close-day' };
    case 'lease':
      return { kind: 'lease', ...request.body };
    case 'sync':
      return { kind: 'sync', ...request.body };
    case 'tally':
      return { kind: 'tally', ...request.body };
    case 'recall':
    case 'start':
    case 'no-show':
    case 'resume':
    case 'requeue':
    case 'cancel':
      return { kind: 'step', ticketId: request.params.ticketId, step: { kind: request.name }, serviceIds: [] };
    case 'finish':
    case 'park':
    case 'void':
    case 'transfer':
    case 'forward':
      return stepOrder(request);
    default:
      return accessOrder(request, now.made);
  }
}

function accessOrder(
  request: Extract<Request, { readonly name: keyof typeof accessCommands }>,
  made: MadeSecrets,
): Order {
  const { pinHash, passwordHash, codeHash } = made;
  switch (request.name) {
    case 'add-officer':
      return { kind: 'add-officer', ...request.body, pinHash, passwordHash };
    case 'change-officer':
      return { kind: 'change-officer', officerId: request.params.officerId, ...request.body };
    case 'reset-secret':
      return { kind: 'reset-secret', officerId: request.params.officerId, pinHash, passwordHash };
    case 'sign-out-officer':
    case 'deactivate-officer':
    case 'reactivate-officer':
      return { kind: request.name, officerId: request.params.officerId };
    case 'add-device':
      return { kind: 'add-device', ...request.body, codeHash };
    case 'renew-code':
      return { kind: 'renew-code', deviceId: request.params.deviceId, codeHash };
    case 'rename-device':
      return { kind: 'rename-device', deviceId: request.params.deviceId, ...request.body };
    case 'revoke-device':
      return { kind: 'revoke-device', deviceId: request.params.deviceId };
    default:
      return unreachable(request);
  }
}

function counterOrder(
  request: Extract<
    Request,
    { readonly name: 'pause' | 'change-track' | 'assign-counter' | 'release-counter' | 'hand-over-counter' }
  >,
): Order {
  const { counterId } = request.params;
  switch (request.name) {
    case 'pause':
      return { kind: 'counter', counterId, step: { kind: 'pause', ...request.body } };
    case 'change-track':
      return { kind: 'counter', counterId, step: { kind: 'change-track', ...request.body } };
    case 'assign-counter':
      return { kind: 'counter', counterId, step: { kind: 'assign-counter', ...request.body } };
    case 'release-counter':
      return { kind: 'counter', counterId, step: { kind: 'release-counter', ...request.body } };
    case 'hand-over-counter':
      return { kind: 'counter', counterId, step: { kind: 'hand-over-counter', ...request.body } };
    default:
      return unreachable(request);
  }
}

function stepOrder(
  request: Extract<Request, { readonly name: 'finish' | 'park' | 'void' | 'transfer' | 'forward' }>,
): Order {
  const { ticketId } = request.params;
  switch (request.name) {
    case 'finish':
      return { kind: 'step', ticketId, step: { kind: 'finish', outcome: request.body.outcome }, serviceIds: [] };
    case 'park':
      return { kind: 'step', ticketId, step: { kind: 'park', minutes: request.body.minutes }, serviceIds: [] };
    case 'void':
      return { kind: 'step', ticketId, step: { kind: 'void', reason: request.body.reason }, serviceIds: [] };
    case 'transfer':
      return { kind: 'step', ticketId, step: { kind: 'transfer' }, serviceIds: [request.body.serviceId] };
    case 'forward': {
      const { serviceIds, inOrder = false, outcome = 'forwarded' } = request.body;
      return { kind: 'step', ticketId, step: { kind: 'forward', inOrder, outcome }, serviceIds };
    }
    default:
      return unreachable(request);
  }
}
