import type { VirtualPrinter } from '@antrean/printing/virtual';
import type { KillableKiosk } from './killable-kiosk.ts';

/** What the people in front of the kiosk have in hand or were told; the other half of the truth is the paper. */
export type Visitors = {
  readonly presses: number;
  /** Numbers that a screen showed, by visit. */
  readonly shown: ReadonlyMap<string, string>;
  /** Visits whose visitor said "I have it". */
  readonly confirmed: ReadonlySet<string>;
  readonly offline: number;
  stop(): Promise<void>;
};

// Of many queues, so that a long run does not end their leases.
const services = [
  'PTSP-01',
  'PTSP-02',
  'DKC-04',
  'DKC-08',
  'BPD-02',
  'BPD-04',
  'DPU-01',
  'DPU-08',
  'DKS-05',
  'DKS-09',
  'DSS-02',
  'DSS-03',
  'DNK-02',
  'DNK-04',
];

/** People who come one after the other as fast as the kiosk takes them, press, look at their slip and answer what they are asked. */
export function startVisitors(kiosk: KillableKiosk, printer: VirtualPrinter, random: () => number): Visitors {
  const shown = new Map<string, string>();
  const confirmed = new Set<string>();
  let presses = 0;
  let offline = 0;
  let isOver = false;

  const visit = async (): Promise<void> => {
    const serviceId = services[Math.floor(random() * services.length)] ?? '';
    const press = { pressId: crypto.randomUUID(), serviceIds: [serviceId], language: 'id' as const };
    presses += 1;
    let taken = await kiosk.call('takeNumber', press);
    // Half of those whose screen went dark wait and press again; the page knows their press.
    if (taken === null && random() < 0.5) {
      await pause(400);
      taken = await kiosk.call('takeNumber', press);
    }
    if (!taken?.ok) return pause(30);
    const { issued, slip } = taken.value;
    shown.set(issued.visit.id, issued.visit.number);
    if (issued.offline) offline += 1;
    if (slip.kind === 'PRINTED' || random() < 0.2) return;
    // Asked whether the slip came out, they look.
    const hasPaper = printer.slips().some(({ text }) => text.includes(issued.statusUrl));
    if (hasPaper) {
      const said = await kiosk.call('confirm', { visitId: issued.visit.id });
      if (said?.ok) confirmed.add(issued.visit.id);
    } else if (slip.kind === 'UNKNOWN') await kiosk.call('reprint', { visitId: issued.visit.id });
    else await kiosk.call('giveUp', { visitId: issued.visit.id });
  };
  const all = (async () => {
    while (!isOver) await visit();
  })();
  return {
    get presses() {
      return presses;
    },
    get offline() {
      return offline;
    },
    shown,
    confirmed,
    async stop() {
      isOver = true;
      await all;
    },
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
