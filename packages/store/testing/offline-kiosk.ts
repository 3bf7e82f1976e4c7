import { hashOf } from '../src/ids.ts';
import type { Given, OfflineVisit, Order, Outcomes } from '../src/store.ts';
import type { Mall } from './mall.ts';
import { monday } from './small-mall.ts';

type SyncOrder = Extract<Order, { readonly kind: 'sync' }>;
type Held = Outcomes['lease'] & { next: number };

/** A kiosk as its server meets it after hours alone: its leases, and the numbers it gave from them. */
export class OfflineKiosk {
  readonly mall: Mall;
  readonly device: string;
  /** A new one is a kiosk that lost its database. */
  readonly journalId: string = crypto.randomUUID();
  readonly held: Held[] = [];

  constructor(mall: Mall, device = 'kiosk') {
    this.mall = mall;
    this.device = device;
  }

  ask(queueId: string, serviceDay = monday, size = 20, id = this.mall.nextId()): Promise<Given<'lease'>> {
    const order = { kind: 'lease', journalId: this.journalId, queueId, serviceDay, size } as const;
    return this.mall.give<'lease'>(this.mall.device(this.device), order, id);
  }

  /** A lease that the mall must grant. */
  async lease(queueId = 'civil-quick', serviceDay = monday, size = 20): Promise<Outcomes['lease']> {
    const given = await this.ask(queueId, serviceDay, size);
    if (!given.ok) throw new Error(`no lease: ${given.error.code}`);
    this.held.push({ ...given.value, next: given.value.from });
    return given.value;
  }

  /** Prints a number without the server; null when none is left for that queue. */
  prints(serviceIds: readonly string[] = ['card'], some: Partial<OfflineVisit> = {}): OfflineVisit | null {
    const { services } = this.mall.store.catalogue();
    const queueId = services.find(({ id }) => id === serviceIds[0])?.queueId;
    const lease = this.held.find((held) => held.queueId === queueId && held.next <= held.to);
    if (!lease) return null;
    lease.next += 1;
    const visitId = crypto.randomUUID();
    return {
      commandId: crypto.randomUUID(),
      leaseId: lease.leaseId,
      value: lease.next - 1,
      visitId,
      ticketIds: serviceIds.map((_, leg) => `${visitId}-${leg}`),
      serviceIds,
      priorityClass: null,
      language: 'id',
      statusTokenHash: hashOf(visitId),
      issuedAt: this.mall.now,
      isTimeSure: true,
      ...some,
    };
  }

  /** A number that it has. */
  paper(serviceIds: readonly string[] = ['card'], some: Partial<OfflineVisit> = {}): OfflineVisit {
    const printed = this.prints(serviceIds, some);
    if (!printed) throw new Error('no number left');
    return printed;
  }

  async sync(some: Partial<SyncOrder>): Promise<Outcomes['sync']> {
    const nothing = { abandoned: [], tickets: [], outcomes: [], untaken: [], leases: [] };
    const order: SyncOrder = { kind: 'sync', journalId: this.journalId, ...nothing, ...some };
    return this.mall.must<'sync'>(this.mall.device(this.device), order);
  }

  /** The fates of these numbers, each with its code where it has one. */
  async fates(...tickets: readonly OfflineVisit[]): Promise<readonly string[]> {
    const told = await this.sync({ tickets });
    return told.tickets.map((item) => (item.fate === 'refused' ? item.code : item.fate));
  }
}
