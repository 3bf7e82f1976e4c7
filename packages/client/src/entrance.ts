import type { EnrolAnswer, PasswordSignInBody, SetupAnswer, SetupBody, SignInAnswer } from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';
import type { Answered } from './commands.ts';
import { type Fetch, openHttp } from './http-call.ts';

/** What may be asked of a server by whoever is nobody to it yet. */
export type Entrance = {
  /** A code that the manager has read out, for this machine's token. */
  enrol(code: string, role: EnrolAnswer['device']['role']): Promise<Answered<EnrolAnswer>>;
  setup(): Promise<Answered<SetupAnswer>>;
  /** Makes the first manager, by the code on the server's console. */
  found(body: SetupBody): Promise<Answered<unknown>>;
  signInByPassword(body: PasswordSignInBody): Promise<Answered<SignInAnswer>>;
};

type EntranceOptions = {
  /** Where the server is, without a slash at the end; empty in a page that the server itself has served. */
  readonly url: string;
  readonly clock?: Clock;
  readonly fetch?: Fetch;
};

const readMs = 2_000;
// Passwords are checked slowly on purpose.
const slowMs = 8_000;

export function openEntrance({ url, clock = systemClock, fetch }: EntranceOptions): Entrance {
  const http = openHttp({
    url,
    giveUpMs: slowMs,
    clock,
    fetch: fetch ?? ((address, request) => globalThis.fetch(address, request)),
    random: Math.random,
  });
  const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}) =>
    http.call<T>({ method: 'POST', path, headers, body, answerMs: slowMs });
  return {
    enrol: (code, role) => post('/enrolments', { code, role }),
    setup: () => http.call({ method: 'GET', path: '/setup', headers: {}, answerMs: readMs }),
    found: (body) => post('/setup', body),
    signInByPassword: (body) => post('/sessions/by-password', body),
  };
}
