import {
  type AccessLogAnswer,
  type BackupAnswer,
  type CatalogueAnswer,
  type ClosingAnswer,
  type DoorsAnswer,
  type KioskDayAnswer,
  type OdditiesAnswer,
  type OfficersAnswer,
  type PresenceAnswer,
  type ReportAnswer,
  type SignInAnswer,
  type StationSelf,
  type StationsAnswer,
  type StatusAnswer,
  type StoryAnswer,
  sessionHeader,
  type UndoableAnswer,
} from '@antrean/protocol';
import { type Clock, systemClock } from './clock.ts';
import { type ConnectFeed, connectFeed } from './feed-socket.ts';
import { followHall } from './follow-hall.ts';
import { giveOver, newKey } from './give-command.ts';
import { type Fetch, openHttp } from './http-call.ts';
import { keepReceipts } from './keep-receipts.ts';
import type { Station } from './station.ts';
import { takeSeat } from './voice-seat.ts';

export type StationOptions = {
  /** Where the server is, without a slash at the end; empty in a page that the server itself has served. */
  readonly url: string;
  /** The device's token; null when a proxy in front adds it. */
  readonly token: string | null;
  /** The session of an officer who signed in before. */
  readonly session?: string;
  /** The session of somebody behind a password, who has no device: it opens the feed as well. */
  readonly person?: string;
  /** How long one attempt waits for its answer, and how long all attempts of one press may take, milliseconds. */
  readonly answerMs?: number;
  readonly giveUpMs?: number;
  readonly clock?: Clock;
  readonly fetch?: Fetch;
  readonly connect?: ConnectFeed;
  readonly random?: () => number;
};

// A PIN is checked slowly on purpose, and many officers sign in in the same minute.
const signInAnswerMs = 5_000;

/** Opens everything that a screen or a station PC needs of its server. Works in a page and in Node; `close` leaves nothing behind. */
export function openStation(options: StationOptions): Station {
  const { url, token, answerMs = 2_000, giveUpMs = 8_000 } = options;
  const { clock = systemClock, connect = connectFeed, random = Math.random } = options;
  const fetch: Fetch = options.fetch ?? ((address, request) => globalThis.fetch(address, request));
  const http = openHttp({ url, giveUpMs, clock, fetch, random });
  const receipts = keepReceipts();
  const signInListeners = new Set<(counterId: string | null) => void>();
  const hearSignIn = (counterId: string | null) => {
    for (const listener of [...signInListeners]) listener(counterId);
  };
  let voice: ReturnType<typeof takeSeat> | null = null;
  const live = followHall({
    url,
    token,
    person: options.person ?? null,
    clock,
    connect,
    random,
    hearReceipt: receipts.hear,
    hearSignIn,
    hearSpeak: (speak) => voice?.hear(speak),
  });
  let session = options.session ?? options.person ?? null;

  const headers = (): Record<string, string> => ({
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(session === null ? {} : { [sessionHeader]: session }),
  });
  const read = <T>(path: string) => http.call<T>({ method: 'GET', path, headers: headers(), answerMs });

  return {
    live,
    receipts,
    commands: giveOver(http, headers, answerMs),
    catalogue: () => read<CatalogueAnswer>('/catalogue'),
    self: () => read<StationSelf>('/stations/current'),
    kiosksToday: () => read<KioskDayAnswer>('/kiosks/today'),
    status: (statusToken) => read<StatusAnswer>(`/status/${encodeURIComponent(statusToken)}`),
    stations: () => read<StationsAnswer>('/stations'),
    story: (visitId) => read<StoryAnswer>(`/visits/${encodeURIComponent(visitId)}/story`),
    undoable: (counterId) => read<UndoableAnswer>(`/counters/${encodeURIComponent(counterId)}/undo`),
    closing: (counterId) => read<ClosingAnswer>(`/counters/${encodeURIComponent(counterId)}/closing`),
    oddities: () => read<OdditiesAnswer>('/day/oddities'),
    officers: () => read<OfficersAnswer>('/officers'),
    tellReceipt: (body) => http.call({ method: 'POST', path: '/receipts', headers: headers(), body, answerMs }),
    report: (body) => http.call({ method: 'POST', path: '/stations/current', headers: headers(), body, answerMs }),
    async signIn(body) {
      const request = {
        method: 'POST',
        path: '/sessions',
        headers: headers(),
        body,
        answerMs: signInAnswerMs,
      } as const;
      const answered = await http.call<SignInAnswer>(request);
      if (answered.ok) session = answered.value.sessionToken;
      return answered;
    },
    session: () => read<PresenceAnswer>('/sessions/current'),
    presence: () =>
      http.call<PresenceAnswer>({ method: 'POST', path: '/sessions/current/presence', headers: headers(), answerMs }),
    onSignIn(listener) {
      signInListeners.add(listener);
      return () => signInListeners.delete(listener);
    },
    takeVoiceSeat(options) {
      voice?.close();
      voice = takeSeat({ seat: newKey(), clock, serverNow: live.serverNow, tell: live.tellVoice }, options);
      return voice;
    },
    changeSecret: (body) =>
      http.call({
        method: 'POST',
        path: '/sessions/current/secret',
        headers: headers(),
        body,
        answerMs: signInAnswerMs,
      }),
    doors: () => read<DoorsAnswer>('/access'),
    accessLog: () => read<AccessLogAnswer>('/access/log'),
    figures: (from, to) => read<ReportAnswer>(`/reports?from=${from}&to=${to}`),
    backups: () => read<BackupAnswer>('/backups'),
    backUp: () => http.call({ method: 'POST', path: '/backups', headers: headers(), body: {}, answerMs }),
    resumeSession(sessionToken) {
      session = sessionToken;
    },
    async signOut() {
      const request = { method: 'DELETE', path: '/sessions/current', headers: headers(), answerMs } as const;
      // Gone here at once: a link that is down must not keep an officer signed in at a desk that was left.
      session = null;
      await http.call(request);
    },
    close() {
      voice?.close();
      http.close();
      live.close();
    },
  };
}
