import { type Static, Type } from 'typebox';
import { closed, Id, Moment } from './schemas.ts';

/** Signing in needs no Idempotency-Key: doing it again makes a new session and ends the older one of this officer. */
export const SignInBody = Type.Object(
  {
    officer: Type.String({ minLength: 1, maxLength: 64 }),
    pin: Type.String({ minLength: 4, maxLength: 64 }),
    counterId: Type.Optional(Id),
  },
  closed,
);
export type SignInBody = Static<typeof SignInBody>;

export const SignInAnswer = Type.Object(
  {
    sessionToken: Type.String(),
    officer: Type.Object({ id: Id, name: Type.String(), roles: Type.Array(Type.String()) }, closed),
    counterId: Type.Union([Id, Type.Null()]),
    expiresAt: Moment,
    /** Somebody else has chosen the PIN or password: until it is changed every command is refused `access.mustChange`. */
    mustChange: Type.Boolean(),
  },
  closed,
);
export type SignInAnswer = Static<typeof SignInAnswer>;

/**
 * Until when the session lives unless somebody comes: the answer to `POST /sessions/current/presence`, which says that somebody has,
 * and to `GET /sessions/current`, which only asks. Past while a visitor at the counter keeps the session.
 */
export const PresenceAnswer = Type.Object({ idleUntil: Moment }, closed);
export type PresenceAnswer = Static<typeof PresenceAnswer>;

/** The header that carries an officer's session, next to the device's `Authorization: Bearer …`. */
export const sessionHeader = 'antrean-session';
