import type {
  AccessLogAnswer,
  BackupAnswer,
  CatalogueAnswer,
  ClosingAnswer,
  DoorsAnswer,
  KioskDayAnswer,
  OdditiesAnswer,
  OfficersAnswer,
  PresenceAnswer,
  ReceiptBody,
  ReportAnswer,
  SecretBody,
  SignInAnswer,
  SignInBody,
  StationOrders,
  StationReport,
  StationSelf,
  StationsAnswer,
  StatusAnswer,
  StoryAnswer,
  UndoableAnswer,
} from '@antrean/protocol';
import type { Answered, Commands } from './commands.ts';
import type { Receipts } from './keep-receipts.ts';
import type { LiveHall } from './live-hall.ts';
import type { VoiceSeat, VoiceSeatOptions } from './voice-seat.ts';

/** Everything a screen needs of its server. `token` null means that somebody in front (a station's proxy) adds it. */
export type Station = {
  readonly commands: Commands;
  readonly live: LiveHall;
  catalogue(): Promise<Answered<CatalogueAnswer>>;
  /** Who this device is to the server, and which counter's. */
  self(): Promise<Answered<StationSelf>>;
  /** Today's slips in doubt, searches in vain and lists of papers. */
  kiosksToday(): Promise<Answered<KioskDayAnswer>>;
  /** Signs an officer in; later commands of this station carry the session. */
  signIn(body: SignInBody): Promise<Answered<SignInAnswer>>;
  /** Takes up a session of an earlier page load. */
  resumeSession(sessionToken: string): void;
  signOut(): Promise<void>;
  /** Until when the officer is signed in here if nobody comes: `access.expired` when no more. */
  session(): Promise<Answered<PresenceAnswer>>;
  /** Tells that somebody is at this page, and hears until when the session lives now. */
  presence(): Promise<Answered<PresenceAnswer>>;
  /** Hears of everybody who signs in, by counter, and with null that somebody may have been signed out from afar; gives back how to stop. */
  onSignIn(listener: (counterId: string | null) => void): () => void;
  /** Puts a PIN or password of one's own in place of the one in use. */
  changeSecret(body: SecretBody): Promise<Answered<unknown>>;
  /** People and devices, for a manager. */
  doors(): Promise<Answered<DoorsAnswer>>;
  /** Who let whom in, for a manager or an auditor. */
  accessLog(): Promise<Answered<AccessLogAnswer>>;
  /** When the mall was last backed up, for a manager. */
  backups(): Promise<Answered<BackupAnswer>>;
  /** Service days in figures, from the first to the last of these dates. */
  figures(from: string, to: string): Promise<Answered<ReportAnswer>>;
  /** Begins a backup; `backups` tells when it is there. */
  backUp(): Promise<Answered<BackupAnswer>>;
  status(token: string): Promise<Answered<StatusAnswer>>;
  /** Tells how this station is; the next report makes up for one that was lost. The answer names slips to print once more. */
  report(report: StationReport): Promise<Answered<StationOrders>>;
  /** Tells, as a display, that a call stands here. */
  tellReceipt(body: ReceiptBody): Promise<Answered<unknown>>;
  /** Takes this display's place among those that could speak in its zone; one that was taken before is given up. */
  takeVoiceSeat(options: VoiceSeatOptions): VoiceSeat;
  /** What the displays tell of the calls. */
  readonly receipts: Receipts;
  /** Every enrolled station as the server last heard it. */
  stations(): Promise<Answered<StationsAnswer>>;
  /** Earlier stops and notes of the visit at the own counter; a supervisor's session reads any. */
  story(visitId: string): Promise<Answered<StoryAnswer>>;
  /** The step that the signed-in officer may still take back at this counter. */
  undoable(counterId: string): Promise<Answered<UndoableAnswer>>;
  /** How a supervisor closed this counter under the signed-in officer. */
  closing(counterId: string): Promise<Answered<ClosingAnswer>>;
  /** What was out of the ordinary today, for a supervisor. */
  oddities(): Promise<Answered<OdditiesAnswer>>;
  /** The names behind the officers' ids, for a supervisor. */
  officers(): Promise<Answered<OfficersAnswer>>;
  close(): void;
};
