import type { CatalogueAnswer, SignInAnswer, SignInBody, StationReport, StatusAnswer } from '@antrean/protocol';
import type { Answered, Commands } from './commands.ts';
import type { LiveHall } from './live-hall.ts';

/** Everything a screen needs of its server. `token` null means that somebody in front (a station's proxy) adds it. */
export type Station = {
  readonly commands: Commands;
  readonly live: LiveHall;
  catalogue(): Promise<Answered<CatalogueAnswer>>;
  /** Signs an officer in; later commands of this station carry the session. */
  signIn(body: SignInBody): Promise<Answered<SignInAnswer>>;
  /** Takes up a session of an earlier page load. */
  resumeSession(sessionToken: string): void;
  signOut(): Promise<void>;
  status(token: string): Promise<Answered<StatusAnswer>>;
  /** Tells how this station is; the next report makes up for one that was lost. */
  report(report: StationReport): Promise<Answered<unknown>>;
  close(): void;
};
