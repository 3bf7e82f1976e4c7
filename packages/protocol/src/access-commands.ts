import { officerRoles } from '@antrean/domain';
import { type Static, Type } from 'typebox';
import { closed, Id, Moment } from './schemas.ts';

// People and devices: who may come in. Everything here is for a manager behind a password.

const Nothing = Type.Object({}, closed);
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
/** What somebody types to sign in: seen on lists, so no place for a whole name. */
const Login = Type.String({ minLength: 2, maxLength: 32, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });
const Roles = Type.Array(Type.Enum([...officerRoles]), {
  minItems: 1,
  maxItems: officerRoles.length,
  uniqueItems: true,
});
const StationRole = Type.Enum(['kiosk', 'display', 'counter', 'reception']);
const MaybeId = Type.Union([Id, Type.Null()]);
const MaybeText = Type.Union([Type.String(), Type.Null()]);
const OfficerParams = Type.Object({ officerId: Id }, closed);
const DeviceParams = Type.Object({ deviceId: Id }, closed);

/** Told once, here: nobody can read them later. A role that the person does not have brings none. */
const Secrets = { pin: MaybeText, password: MaybeText };
const Code = { code: Type.String(), validUntil: Moment };

const onOfficer = (verb: string) =>
  ({
    method: 'POST',
    path: `/officers/:officerId/${verb}`,
    params: OfficerParams,
    body: Nothing,
    status: 200,
    answer: Nothing,
  }) as const;

export const accessCommands = {
  'add-officer': {
    method: 'POST',
    path: '/officers',
    params: Nothing,
    body: Type.Object({ login: Login, name: Name, roles: Roles }, closed),
    status: 201,
    answer: Type.Object({ officerId: Id, ...Secrets }, closed),
  },
  'change-officer': {
    method: 'POST',
    path: '/officers/:officerId',
    params: OfficerParams,
    body: Type.Object({ name: Name, roles: Roles }, closed),
    status: 200,
    answer: Nothing,
  },
  /** A new initial PIN, and password; every session ends. */
  'reset-secret': { ...onOfficer('reset'), answer: Type.Object(Secrets, closed) },
  'sign-out-officer': onOfficer('sign-out'),
  'deactivate-officer': onOfficer('deactivate'),
  'reactivate-officer': onOfficer('reactivate'),
  'add-device': {
    method: 'POST',
    path: '/devices',
    params: Nothing,
    body: Type.Object({ role: StationRole, name: Name, counterId: MaybeId, zoneId: MaybeId }, closed),
    status: 201,
    answer: Type.Object({ deviceId: Id, ...Code }, closed),
  },
  /** A new code for a device that was added, or whose PC is another one now; its old token works until the code is used. */
  'renew-code': {
    method: 'POST',
    path: '/devices/:deviceId/code',
    params: DeviceParams,
    body: Nothing,
    status: 200,
    answer: Type.Object(Code, closed),
  },
  'rename-device': {
    method: 'POST',
    path: '/devices/:deviceId/name',
    params: DeviceParams,
    body: Type.Object({ name: Name }, closed),
    status: 200,
    answer: Nothing,
  },
  'revoke-device': {
    method: 'POST',
    path: '/devices/:deviceId/revoke',
    params: DeviceParams,
    body: Nothing,
    status: 200,
    answer: Nothing,
  },
} as const;

/** `GET /access`: everybody and every device. For a manager. */
export const DoorsAnswer = Type.Object(
  {
    officers: Type.Array(
      Type.Object(
        {
          id: Id,
          login: Type.String(),
          name: Type.String(),
          roles: Type.Array(Type.String()),
          isActive: Type.Boolean(),
          /** Has not chosen a PIN or password of the own yet. */
          isInitial: Type.Boolean(),
          /** Names of the devices where this person is signed in; null for the manager's page. */
          signedInAt: Type.Array(MaybeText),
        },
        closed,
      ),
    ),
    devices: Type.Array(
      Type.Object(
        {
          id: Id,
          role: StationRole,
          name: Type.String(),
          counterId: MaybeId,
          zoneId: MaybeId,
          state: Type.Enum(['added', 'enrolled', 'revoked']),
          codeUntil: Type.Union([Moment, Type.Null()]),
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'Doors' },
);
export type DoorsAnswer = Static<typeof DoorsAnswer>;

/** `GET /access/log`: the newest of what was done and tried at the doors, newest first. For a manager or an auditor. */
export const AccessLogAnswer = Type.Object(
  {
    entries: Type.Array(
      Type.Object(
        { id: Id, at: Moment, act: Type.String(), by: MaybeText, about: MaybeText, detail: MaybeText },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'AccessLog' },
);
export type AccessLogAnswer = Static<typeof AccessLogAnswer>;
