import type { Catalogue, Hall, Recorded, Result } from '@antrean/domain';
import type { AccessStore, Device, NewOfficer, Officer, Session, SessionEnd } from './access-store.ts';
import { catalogueNow } from './catalogue-rows.ts';
import { closingAt } from './closing.ts';
import { dayOddities } from './day-oddities.ts';
import type { Engine } from './engine.ts';
import { brokenLink, eventsAfter, readHead } from './event-log.ts';
import { giveAll, type Settled } from './give.ts';
import { hallNow } from './hall-rows.ts';
import { hashOf } from './ids.ts';
import { kioskDay, mostUsed } from './kiosk-rows.ts';
import type { CopyReport } from './look-at-copy.ts';
import { openAccess } from './open-access.ts';
import { ticketWithVisit } from './order-ticket.ts';
import { undoable } from './order-undo.ts';
import {
  addDevice,
  addOfficer,
  beginSession,
  deviceByTokenHash,
  devices,
  endSession,
  liveSession,
  officerByLogin,
  touchSession,
} from './people.ts';
import type { DayOddities, KioskDay, Story, ToldClosing, UndoableStep } from './readings.ts';
import { openReports, type ReportStore } from './report-store.ts';
import { text } from './rows.ts';
import { sessionEnd } from './session-end.ts';
import { one, sql } from './sql.ts';
import type { Command, Given, OrderKind, Store, StoreRefusal, TicketWithVisit } from './store.ts';
import { storyOf } from './story-rows.ts';
import { ticketById, ticketsOfVisit } from './ticket-rows.ts';
import { StoreUnavailable } from './unavailable.ts';
import { visitFrom } from './visit-rows.ts';

type Waiting = {
  readonly command: Command;
  readonly answer: (given: Given<OrderKind>) => void;
  readonly fail: (error: unknown) => void;
};

// Longer groups would hold up the event loop, and save little more.
const longestGroup = 128;
const unavailable = { ok: false, error: { code: 'store.unavailable' } } as const;

/** The store over either engine: gathers commands into commits, answers them, then tells the listeners. */
export class QueueStore implements Store {
  readonly #engine: Engine;
  readonly #catalogue: Catalogue;
  readonly access: AccessStore;
  readonly reports: ReportStore;
  readonly #epoch: number;
  readonly #listeners = new Set<(events: readonly Recorded[]) => void>();
  #waiting: Waiting[] = [];
  #isDraining = false;
  #isBroken = false;
  readonly #broken = Promise.withResolvers<void>();
  #isClosed = false;
  #drained: Promise<void> = Promise.resolve();
  #lastTold: Promise<void> = Promise.resolve();

  private constructor(engine: Engine, catalogue: Catalogue, epoch: number) {
    this.#engine = engine;
    this.access = openAccess(engine);
    this.reports = openReports(engine);
    this.#catalogue = catalogue;
    this.#epoch = epoch;
  }

  /** A store on an engine whose database has been checked. */
  static async on(engine: Engine): Promise<QueueStore> {
    const catalogue = await engine.read(catalogueNow);
    const { epoch } = await engine.read(readHead);
    return new QueueStore(engine, catalogue, epoch);
  }

  catalogue(): Catalogue {
    return this.#catalogue;
  }

  epoch(): number {
    return this.#epoch;
  }

  give<K extends OrderKind>(command: Command<K>): Promise<Given<K>> {
    return new Promise((resolve, reject) => {
      // A command is answered by the outcome of its own kind; the queue holds commands of all kinds.
      const answer = resolve as (given: Given<OrderKind>) => void;
      this.#waiting.push({ command: command as unknown as Command, answer, fail: reject });
      if (this.#isDraining) return;
      this.#isDraining = true;
      // What arrives in this turn of the event loop shares a commit; a lone command goes as soon as the turn ends.
      this.#drained = new Promise((done) => {
        setImmediate(() => void this.#drain().then(done));
      });
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, longestGroup);
      this.#waiting = this.#waiting.slice(longestGroup);
      const settled = await this.#commit(group.map(({ command }) => command));
      this.#settle(group, settled);
      // Answers leave and beats go out between two groups, however many commands wait.
      if (this.#waiting.length > 0) await new Promise(setImmediate);
    }
    this.#isDraining = false;
    setImmediate(() => this.#rest());
  }

  #rest(): void {
    if (this.#isDraining || this.#isBroken || this.#isClosed) return;
    try {
      this.#engine.rest();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#noteBroken(error);
    }
  }

  #noteBroken(error: StoreUnavailable): void {
    if (!error.isBroken) return;
    this.#isBroken = true;
    this.#broken.resolve();
  }

  whenBroken(): Promise<void> {
    return this.#broken.promise;
  }

  async #commit(commands: readonly Command[]): Promise<readonly Settled[]> {
    try {
      if (!this.#isBroken && !this.#isClosed) return await this.#engine.write(() => giveAll(this.#catalogue, commands));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) return commands.map(() => ({ thrown: error }));
      // Whether a commit that failed took place is unknown: the same command, sent again, finds out.
      this.#noteBroken(error);
    }
    return commands.map(() => ({ answer: unavailable, recorded: [] }));
  }

  #settle(group: readonly Waiting[], settled: readonly Settled[]): void {
    const recorded: Recorded[] = [];
    for (const [n, { answer, fail }] of group.entries()) {
      const result = settled[n];
      if (!result) fail(new Error('a command was left without an answer'));
      else if ('thrown' in result) fail(result.thrown);
      else {
        answer(result.answer);
        recorded.push(...result.recorded);
      }
    }
    if (recorded.length > 0) this.#tellSoon(recorded);
  }

  // Whoever waits for an answer runs before the next turn, so an answer is on its way before its events are.
  #tellSoon(events: readonly Recorded[]): void {
    this.#lastTold = new Promise((resolve) => {
      setImmediate(() => {
        for (const listener of this.#listeners) listener(events);
        resolve();
      });
    });
  }

  onEvents(listener: (events: readonly Recorded[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async hall(): Promise<Hall> {
    return this.#engine.read(() => hallNow(this.#catalogue));
  }

  async eventsAfter(seq: number, limit: number): Promise<readonly Recorded[]> {
    return this.#engine.read(() => eventsAfter(seq, limit));
  }

  async ticket(ticketId: string): Promise<TicketWithVisit | null> {
    return this.#engine.read(function* () {
      return (yield* ticketById(ticketId)) ? yield* ticketWithVisit(ticketId) : null;
    });
  }

  async visitByStatusToken(token: string) {
    return this.#engine.read(function* () {
      const row = yield* one(sql`SELECT * FROM visit WHERE status_token_hash = ${hashOf(token)}`);
      if (!row) return null;
      const visit = visitFrom(row);
      return { visit, serviceDay: text(row, 'service_day'), tickets: yield* ticketsOfVisit(visit.id) };
    });
  }

  async deviceByTokenHash(tokenHash: string): Promise<Device | null> {
    return this.#engine.read(() => deviceByTokenHash(tokenHash));
  }

  async devices(): Promise<readonly Device[]> {
    return this.#engine.read(devices);
  }

  async mostUsed(): Promise<readonly string[]> {
    return this.#engine.read(mostUsed);
  }

  async kioskDay(date: string): Promise<KioskDay> {
    return this.#engine.read(() => kioskDay(date));
  }

  async story(visitId: string): Promise<Story | null> {
    return this.#engine.read(() => storyOf(visitId));
  }

  async undoable({ deviceId, officerId, counterId }: Session, at: number): Promise<UndoableStep | null> {
    if (counterId === null) return null;
    const asked = { catalogue: this.#catalogue, actor: { roles: [], deviceId, officerId, counterId }, at };
    return this.#engine.read(() => undoable(asked, counterId));
  }

  async closing({ officerId, counterId }: Session): Promise<ToldClosing | null> {
    return counterId === null ? null : this.#engine.read(() => closingAt(counterId, officerId));
  }

  async oddities(at: number): Promise<DayOddities> {
    return this.#engine.read(() => dayOddities(at));
  }

  async officerByLogin(login: string): Promise<Officer | null> {
    return this.#engine.read(() => officerByLogin(login));
  }

  async addDevice(device: Device, tokenHash: string, at: number): Promise<void> {
    await this.#engine.write(() => addDevice(device, tokenHash, at));
  }

  async addOfficer(officer: NewOfficer, at: number): Promise<void> {
    await this.#engine.write(() => addOfficer(officer, at));
  }

  async beginSession(session: Session, tokenHash: string, at: number): Promise<Result<Session, StoreRefusal>> {
    return this.#engine.write(() => beginSession(this.#catalogue, session, tokenHash, at));
  }

  async endSession(tokenHash: string, at: number): Promise<void> {
    await this.#engine.write(() => endSession(tokenHash, at));
  }

  async sessionByTokenHash(tokenHash: string, at: number) {
    return this.#engine.read(() => liveSession(tokenHash, at));
  }

  async sessionEnd(tokenHash: string, at: number): Promise<SessionEnd | null> {
    return this.#engine.read(() => sessionEnd(tokenHash, at));
  }

  async touchSession(tokenHash: string, deviceId: string | null, at: number): Promise<number | null> {
    return this.#engine.write(() => touchSession(tokenHash, deviceId, at));
  }

  async firstBrokenLink(): Promise<number | null> {
    return this.#engine.read(() => brokenLink(1));
  }

  backup(file: string): Promise<CopyReport> {
    return this.#engine.backup(file);
  }

  async close(): Promise<void> {
    await this.#drained;
    await this.#lastTold;
    this.#isClosed = true;
    await this.#engine.close();
  }
}
