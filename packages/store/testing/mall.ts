import assert from 'node:assert/strict';
import type { Counter, CounterStep, Recorded, Role, Ticket, TicketStep } from '@antrean/domain';
import type { Session } from '../src/access-store.ts';
import type { Caller, Command, Given, Order, OrderKind, Outcomes, Store } from '../src/store.ts';
import { minute, monday, mondayMorning } from './small-mall.ts';

type OrderOf<K extends OrderKind> = Extract<Order, { readonly kind: K }>;

const systemCaller: Caller = { kind: 'system' };

/** A mall on a store, driven by its people: a kiosk, a reception, and an officer for each counter. The clock is moved by hand. */
export class Mall {
  readonly store: Store;
  now = mondayMorning;
  #commands = 0;
  #run = crypto.randomUUID();

  constructor(store: Store) {
    this.store = store;
  }

  /** A mall with its devices enrolled and, unless told otherwise, its Monday open. */
  static async on(store: Store, isOpen = true): Promise<Mall> {
    const mall = new Mall(store);
    const device = (id: string, role: 'kiosk' | 'counter' | 'reception' | 'display', counterId: string | null = null) =>
      store.addDevice({ id, role, name: id, counterId, zoneId: null }, `token of ${id}`, mall.now);
    for (const id of ['kiosk', 'other kiosk']) await device(id, 'kiosk');
    await device('reception', 'reception');
    await device('display', 'display');
    for (const { id } of store.catalogue().counters) await device(`desk ${id}`, 'counter', id);
    if (isOpen) {
      const heard = nextEvents(store);
      await mall.must(systemCaller, { kind: 'open-day', serviceDay: monday, by: 'calendar' });
      await heard;
    }
    return mall;
  }

  /** An officer of this name signs in at a counter and, if it is closed, opens it. */
  async staff(counterId: string, name = `officer ${counterId}`, roles: readonly Role[] = ['officer']): Promise<Caller> {
    const signedIn = await this.signIn(counterId, name, roles);
    assert.equal(signedIn.ok, true);
    const caller = this.at(counterId, name);
    await this.give(caller, { kind: 'counter', counterId, step: { kind: 'open' } });
    return caller;
  }

  async signIn(counterId: string, name: string, roles: readonly Role[] = ['officer'], deviceId = `desk ${counterId}`) {
    await this.store.addOfficer({ id: name, login: name, name, roles, pinHash: 'hash of a pin' }, this.now);
    const session: Session = {
      id: crypto.randomUUID(),
      officerId: name,
      counterId,
      deviceId,
      expiresAt: this.now + 10 * 60 * minute,
    };
    // A token may be used once only, so that it carries the moment too.
    this.#tokens.set(`${counterId}/${name}`, `session ${session.id}`);
    return this.store.beginSession(session, `session ${session.id}`, this.now);
  }

  readonly #tokens = new Map<string, string>();

  at(counterId: string, name = `officer ${counterId}`): Caller {
    return {
      kind: 'station',
      deviceTokenHash: `token of desk ${counterId}`,
      sessionTokenHash: this.#tokens.get(`${counterId}/${name}`) ?? null,
    };
  }

  /** The session that was begun last at this counter under this name. */
  async session(counterId: string, name = `officer ${counterId}`): Promise<Session> {
    const session = await this.store.sessionByTokenHash(this.#tokens.get(`${counterId}/${name}`) ?? '', this.now);
    assert.ok(session);
    return session;
  }

  device(id: string): Caller {
    return { kind: 'station', deviceTokenHash: `token of ${id}`, sessionTokenHash: null };
  }

  system(): Caller {
    return systemCaller;
  }

  command<K extends OrderKind>(caller: Caller, order: OrderOf<K>, id = this.nextId()): Command<K> {
    return { id, at: this.now, payloadHash: JSON.stringify(order), caller, order };
  }

  nextId(): string {
    this.#commands += 1;
    return `${this.#run}-${this.#commands}`;
  }

  give<K extends OrderKind>(caller: Caller, order: OrderOf<K>, id?: string): Promise<Given<K>> {
    return this.store.give(this.command(caller, order, id));
  }

  /** Gives a command that the mall must accept. */
  async must<K extends OrderKind>(caller: Caller, order: OrderOf<K>): Promise<Outcomes[K]> {
    const given = await this.give(caller, order);
    if (!given.ok) assert.fail(`${order.kind} was refused: ${JSON.stringify(given.error)}`);
    return given.value;
  }

  /** Gives a command that the mall must refuse, and says with which code. */
  async refusal<K extends OrderKind>(caller: Caller, order: OrderOf<K>): Promise<string> {
    const given = await this.give(caller, order);
    return given.ok ? `accepted ${order.kind}` : given.error.code;
  }

  /** A visitor takes a number at the kiosk. */
  async issue(...serviceIds: readonly string[]): Promise<Outcomes['issue']> {
    return this.must(this.device('kiosk'), issueOf(serviceIds));
  }

  /** One ticket for one service. */
  async ticket(serviceId = 'card'): Promise<Ticket> {
    const ticket = (await this.issue(serviceId)).tickets[0];
    assert.ok(ticket);
    return ticket;
  }

  async callNext(counterId: string, name?: string) {
    return (await this.must(this.at(counterId, name), { kind: 'call-next', counterId })).called;
  }

  async step(caller: Caller, ticketId: string, step: TicketStep, serviceIds: readonly string[] = []): Promise<Ticket> {
    // The visitor is given the time that the rule wants.
    if (step.kind === 'recall' || step.kind === 'no-show')
      this.now += this.store.catalogue().rules.callEverySeconds * 1_000;
    return (await this.must(caller, { kind: 'step', ticketId, step, serviceIds })).ticket;
  }

  async counter(caller: Caller, counterId: string, step: CounterStep): Promise<Counter> {
    return (await this.must(caller, { kind: 'counter', counterId, step })).counter;
  }

  async seq(): Promise<number> {
    return (await this.store.hall()).seq;
  }
}

/** The next events that listeners hear. */
export function nextEvents(store: Store): Promise<readonly Recorded[]> {
  return new Promise((resolve) => {
    const stop = store.onEvents((events) => {
      stop();
      resolve(events);
    });
  });
}

export function issueOf(serviceIds: readonly string[], priorityClass: string | null = null): OrderOf<'issue'> {
  return {
    kind: 'issue',
    serviceIds,
    priorityClass,
    language: 'id',
    promise: (services) => services.map(() => [5, 10] as const),
  };
}

export const stepOf = (ticketId: string, step: TicketStep, serviceIds: readonly string[] = []): OrderOf<'step'> => ({
  kind: 'step',
  ticketId,
  step,
  serviceIds,
});
