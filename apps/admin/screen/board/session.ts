import type { SignInAnswer } from '@antrean/protocol';

/** A supervisor's session as this tab keeps it, so that a page reload goes on where it was. */
export type Session = { readonly token: string; readonly officer: string };

const name = 'antrean.board';

export function sessionOf({ sessionToken, officer }: SignInAnswer): Session {
  return { token: sessionToken, officer: officer.name };
}

export function keptSession(storage: Storage): Session | null {
  const token = storage.getItem(`${name}.token`);
  const officer = storage.getItem(`${name}.officer`);
  return token === null || officer === null ? null : { token, officer };
}

export function keepSession(storage: Storage, session: Session | null): void {
  for (const field of ['token', 'officer'] as const)
    if (session) storage.setItem(`${name}.${field}`, session[field]);
    else storage.removeItem(`${name}.${field}`);
}
