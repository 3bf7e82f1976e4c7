import { ok, type Result, refuse } from './result.ts';

/** Who acts. A device alone has no officer; an officer at a counter has both and the counter (DESIGN §8). */
export type Actor = {
  readonly roles: readonly Role[];
  readonly deviceId: string | null;
  readonly officerId: string | null;
  readonly counterId: string | null;
};

export type Role =
  | 'kiosk'
  | 'display'
  | 'counter'
  | 'officer'
  | 'picker'
  | 'reception'
  | 'supervisor'
  | 'manager'
  | 'auditor'
  | 'system';

export type CommandKind =
  | 'issue'
  | 'print-outcome'
  | 'void'
  | 'sign-in'
  | 'sign-out'
  | 'open'
  | 'pause'
  | 'resume-counter'
  | 'close'
  | 'call-next'
  | 'call'
  | 'recall'
  | 'start'
  | 'finish'
  | 'no-show'
  | 'park'
  | 'resume'
  | 'transfer'
  | 'forward'
  | 'requeue'
  | 'cancel'
  | 'undo'
  | 'note'
  | 'reprint'
  | 'release-counter'
  | 'hand-over-counter'
  | 'assign-counter'
  | 'set-quota'
  | 'close-ticketing'
  | 'open-ticketing'
  | 'post-notice'
  | 'withdraw-notice'
  | 'set-loudness'
  | 'change-track'
  | 'start-pause'
  | 'end-pause'
  | 'open-day'
  | 'close-day'
  | 'tick'
  | 'speak'
  | 'lease'
  | 'sync'
  | 'tally'
  | 'add-officer'
  | 'change-officer'
  | 'reset-secret'
  | 'sign-out-officer'
  | 'deactivate-officer'
  | 'reactivate-officer'
  | 'add-device'
  | 'renew-code'
  | 'rename-device'
  | 'revoke-device';

/** Deny by default: a command that names no role here may be given by nobody (rule [A1]). */
export const mayGive: Readonly<Record<CommandKind, readonly Role[]>> = {
  issue: ['kiosk', 'reception'],
  'print-outcome': ['kiosk', 'reception'],
  void: ['kiosk', 'reception', 'supervisor'],
  'sign-in': ['counter', 'reception'],
  'sign-out': ['officer', 'supervisor', 'reception', 'manager'],
  open: ['officer'],
  pause: ['officer'],
  'resume-counter': ['officer'],
  close: ['officer'],
  'call-next': ['officer'],
  call: ['picker'],
  recall: ['officer'],
  start: ['officer'],
  finish: ['officer'],
  'no-show': ['officer'],
  park: ['officer'],
  resume: ['officer'],
  transfer: ['officer'],
  forward: ['officer'],
  requeue: ['officer', 'reception'],
  cancel: ['officer', 'reception'],
  undo: ['officer'],
  note: ['officer'],
  reprint: ['officer', 'reception'],
  'release-counter': ['supervisor'],
  'hand-over-counter': ['supervisor'],
  'assign-counter': ['supervisor'],
  'set-quota': ['supervisor'],
  'close-ticketing': ['supervisor'],
  'open-ticketing': ['supervisor'],
  'post-notice': ['supervisor'],
  'withdraw-notice': ['supervisor'],
  'set-loudness': ['manager'],
  'change-track': ['supervisor'],
  'start-pause': ['supervisor', 'system'],
  'end-pause': ['supervisor'],
  'open-day': ['supervisor', 'system'],
  'close-day': ['supervisor', 'system'],
  tick: ['system'],
  speak: ['system'],
  lease: ['kiosk'],
  sync: ['kiosk'],
  tally: ['kiosk'],
  'add-officer': ['manager'],
  'change-officer': ['manager'],
  'reset-secret': ['manager'],
  'sign-out-officer': ['manager'],
  'deactivate-officer': ['manager'],
  'reactivate-officer': ['manager'],
  'add-device': ['manager'],
  'renew-code': ['manager'],
  'rename-device': ['manager'],
  'revoke-device': ['manager'],
};

/** Roles that are worth something behind a password only (rule [A5]): a PIN of six digits opens no door for others. */
export const byPassword: readonly Role[] = ['manager', 'auditor'];

/** What a person may be. Devices have roles of their own, and the system is nobody. */
export const officerRoles = ['officer', 'picker', 'reception', 'supervisor', 'manager', 'auditor'] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** The roles that a person has in this session: `isBehindPassword` without a device, otherwise at an enrolled one with a PIN (rule [A5]). */
export function rolesIn(roles: readonly Role[], isBehindPassword: boolean): readonly Role[] {
  return roles.filter((role) => byPassword.includes(role) === isBehindPassword);
}

/** Refuses `access.denied` unless one of the actor's roles may give this command. */
export function authorise(actor: Actor, kind: CommandKind): Result<Actor> {
  return actor.roles.some((role) => mayGive[kind].includes(role)) ? ok(actor) : refuse('access.denied', { kind });
}

/** Whether the actor may leave this officer with these roles, null for none at all (rule [A6]). */
export function decideRoles(actor: Actor, officerId: string, roles: readonly Role[] | null): Result<Actor> {
  return actor.officerId === officerId && !roles?.includes('manager') ? refuse('officer.self') : ok(actor);
}

export const systemActor: Actor = { roles: ['system'], deviceId: null, officerId: null, counterId: null };
