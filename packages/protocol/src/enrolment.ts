import { type Static, Type } from 'typebox';
import { closed, Id } from './schemas.ts';

/** Letters and digits that nobody confuses when read aloud or typed from across a room: 32 of them, five bits each. */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code as somebody typed it, as it was meant: capitals, no dashes, O for 0, I and L for 1. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

const Code = Type.String({ minLength: 4, maxLength: 40 });

/** `POST /enrolments`: a code for a token. Needs no key: a code works once. */
const StationRole = Type.Enum(['kiosk', 'display', 'counter', 'reception']);
/** `role` is what asks: the code of a display makes no kiosk, and is not used up by one that tries. */
export const EnrolBody = Type.Object({ code: Code, role: Type.Optional(StationRole) }, closed);
export const EnrolAnswer = Type.Object(
  {
    token: Type.String(),
    device: Type.Object(
      {
        name: Type.String(),
        role: StationRole,
        counterId: Type.Union([Id, Type.Null()]),
        zoneId: Type.Union([Id, Type.Null()]),
      },
      closed,
    ),
  },
  closed,
);
export type EnrolAnswer = Static<typeof EnrolAnswer>;

export const shortestPassword = 12;
const Password = Type.String({ minLength: 1, maxLength: 200 });

/** `GET /setup`: whether this installation waits for its first manager, and whether a code for one more is out. */
export const SetupAnswer = Type.Object({ hasCode: Type.Boolean(), hasManager: Type.Boolean() }, closed);
export type SetupAnswer = Static<typeof SetupAnswer>;

/** `POST /setup`: the code from the server's console, and the manager it makes. */
export const SetupBody = Type.Object(
  {
    code: Code,
    login: Type.String({ minLength: 2, maxLength: 32, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' }),
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    password: Password,
  },
  closed,
);
export type SetupBody = Static<typeof SetupBody>;

/** `POST /sessions/by-password`: a manager or an auditor, at no device. */
export const PasswordSignInBody = Type.Object(
  { officer: Type.String({ minLength: 1, maxLength: 64 }), password: Password },
  closed,
);
export type PasswordSignInBody = Static<typeof PasswordSignInBody>;

/** `POST /sessions/current/secret`: a PIN or password of one's own; which one, the session decides. */
export const SecretBody = Type.Object({ current: Password, next: Password }, closed);
export type SecretBody = Static<typeof SecretBody>;
