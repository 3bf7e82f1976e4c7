import { type CommandKind, mayGive, type Role } from '@antrean/domain';
import type { CommandName } from '@antrean/protocol';

/** In the order of docs/access.md. The system itself is nobody who could come in. */
export const roles = [
  'kiosk',
  'display',
  'counter',
  'officer',
  'picker',
  'reception',
  'supervisor',
  'manager',
  'auditor',
] as const satisfies readonly Role[];

/** Signing in is no command with a key; `tick` and `speak` are the system's own. */
export const withoutRoute: readonly CommandKind[] = ['sign-in', 'sign-out', 'tick', 'speak'];

/** The table of docs/access.md. */
export function roleTable(): string {
  const kinds = (Object.keys(mayGive) as CommandKind[]).filter((kind) => !withoutRoute.includes(kind));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['command', ...roles]),
    line(['---', ...roles.map(() => ':-:')]),
    ...kinds.map((kind) => line([`\`${kind}\``, ...roles.map((role) => (mayGive[kind].includes(role) ? '●' : ''))])),
  ].join('\n');
}

const uuid = '00000000-0000-4000-8000-000000000000';

/** A body that each command's schema takes, about things that are not there: so nothing changes, and only the right to ask is tried. */
export const bodies: Partial<Record<CommandName, unknown>> = {
  issue: { serviceIds: ['nothing'] },
  'print-outcome': { outcome: 'PRINTED', jobId: 'job' },
  void: { reason: 'asked' },
  finish: { outcome: 'done' },
  park: { minutes: 5 },
  transfer: { serviceId: 'nothing' },
  forward: { serviceIds: ['nothing'] },
  pause: { reason: 'meal' },
  'change-track': { track: 'quick', reason: 'crowd' },
  call: { ticketId: 'nothing', why: 'other' },
  'start-pause': { agencyId: 'nothing', reason: 'other' },
  note: { text: 'x' },
  'release-counter': { reason: 'left' },
  'hand-over-counter': { toCounterId: 'nothing', agencyIds: ['nothing'], reason: 'staff' },
  'assign-counter': { agencyIds: null },
  'set-quota': { quota: null },
  'post-notice': { text: 'x', textEn: 'x', zoneId: 'nothing', until: null },
  'set-loudness': { volume: 80, hours: [] },
  lease: { journalId: uuid, queueId: 'nothing', serviceDay: '2026-11-23', size: 1 },
  sync: { journalId: uuid, abandoned: [], tickets: [], outcomes: [], untaken: [], leases: [] },
  tally: { misses: [], lists: [] },
  'add-officer': { login: 'sri', name: 'x', roles: ['officer'] },
  'change-officer': { name: 'x', roles: ['officer'] },
  'add-device': { role: 'counter', name: 'x', counterId: 'nothing', zoneId: null },
  'rename-device': { name: 'x' },
};
