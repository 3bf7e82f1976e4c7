import type {
  CatalogueAnswer,
  KioskDayAnswer,
  SignInAnswer,
  SignInBody,
  StationReport,
  StationsAnswer,
  StatusAnswer,
} from '@antrean/protocol';
import type { Answered, Commands } from './commands.ts';
import type { LiveHall } from './live-hall.ts';

/** Everything a screen needs of its server. `token` null means that somebody in front (a station's proxy) adds it. */
export type Station = {
  readonly commands: Commands;
  readonly live: LiveHall;
  catalogue(): Promise<Answered<CatalogueAnswer>>;
  /** Every enrolled station as it was last heard. */
  stations(): Promise<Answered<StationsAnswer>>;
  /** Today's slips in doubt, searches in vain and lists of papers. */
  kiosksToday(): Promise<Answered<KioskDayAnswer>>;
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
