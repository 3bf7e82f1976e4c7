import type { SignInAnswer } from '@antrean/protocol';

/** An officer's session as this tab keeps it, so that a page reload goes on where it was. */
export type Session = {
  readonly token: string;
  readonly officer: string;
  readonly counterId: string;
  /** May call out of order. The server decides; without it the screen does not even speak of it. */
  readonly mayPick: boolean;
};

const name = 'antrean.session';

export function sessionOf(answer: SignInAnswer, counterId: string): Session {
  return {
    token: answer.sessionToken,
    officer: answer.officer.name,
    counterId: answer.counterId ?? counterId,
    mayPick: answer.officer.roles.includes('picker'),
  };
}

/** The kept session, null when there is none or it was for another counter. */
export function keptSession(storage: Storage, counterId: string | null): Session | null {
  const kept = parsed(storage.getItem(name) ?? 'null');
  return isSession(kept) && (counterId === null || kept.counterId === counterId) ? kept : null;
}

export function keepSession(storage: Storage, session: Session | null): void {
  if (session) storage.setItem(name, JSON.stringify(session));
  else storage.removeItem(name);
}

function isSession(kept: unknown): kept is Session {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    typeof Reflect.get(kept, 'mayPick') === 'boolean' &&
    ['token', 'officer', 'counterId'].every((field) => typeof Reflect.get(kept, field) === 'string')
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
