import type { Sound } from '@antrean/domain';
import type { Receipt, Speak, VoiceBeat } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { give, type Mall, type Officer, signIn, until } from './mall.ts';

/** A display's page as the server knows it: it beats when the test says, and the test says what becomes of what it is given. */
export type TestVoice = {
  readonly given: readonly Speak[];
  /** What displays and voices told of the calls, newest word of each. */
  receipt(callSeq: number): Receipt | undefined;
  /** Tells how it is now; resolves when the server has heard it. */
  beat(change?: Partial<Pick<VoiceBeat, 'sound' | 'told' | 'zoneId'>>): Promise<void>;
  started(lengthMs?: number): Promise<void>;
  finished(): Promise<void>;
  /** `hadBegun` when a sound of it was heard already. */
  failed(reason: string, hadBegun?: boolean): Promise<void>;
  /** Waits for the nth announcement that it is given. */
  nth(n: number): Promise<Speak>;
  close(): void;
};

const mostPerSecond = 16;

export async function openVoice(
  { url, demo }: Pick<Mall, 'url' | 'demo'>,
  zoneId: string | null,
  sound: Sound = 'ready',
  seat: string = crypto.randomUUID(),
): Promise<TestVoice> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { authorization: `Bearer ${demo.displayToken}` },
  });
  const given: Speak[] = [];
  const receipts = new Map<number, Receipt>();
  socket.on('speak', (speak: Speak) => given.push(speak));
  socket.on('receipt', (receipt: Receipt) => receipts.set(receipt.seq, receipt));
  let state: VoiceBeat = { seat, zoneId, sound, volume: 70, told: null };
  let sentAt: number[] = [];

  // The server closes on whoever talks too much, and a test is faster than any page.
  async function mayTalk(): Promise<void> {
    await until(() => {
      sentAt = sentAt.filter((at) => performance.now() - at < 1_100);
      return sentAt.length < mostPerSecond;
    });
    sentAt.push(performance.now(), performance.now());
  }

  const voice: TestVoice = {
    given,
    receipt: (callSeq) => receipts.get(callSeq),
    async beat(change = {}) {
      state = { ...state, ...change };
      await mayTalk();
      socket.emit('voice', state);
      // One connection keeps its order: once this is answered, the beat was heard.
      await socket.timeout(5_000).emitWithAck('join', { after: null, epoch: null });
    },
    started: (lengthMs = 7_000) => voice.beat({ told: { id: given.at(-1)?.id ?? '', what: 'started', lengthMs } }),
    finished: () => voice.beat({ told: { id: given.at(-1)?.id ?? '', what: 'finished' } }),
    failed: (reason, hadBegun = false) =>
      voice.beat({ told: { id: given.at(-1)?.id ?? '', what: 'failed', hadBegun, reason } }),
    async nth(n) {
      await until(() => given.length >= n);
      const speak = given[n - 1];
      if (!speak) throw new Error('nothing was given');
      return speak;
    },
    close: () => socket.disconnect(),
  };
  await voice.beat();
  return voice;
}

/** Moves the mall's clock as it would pass: every voice that is named goes on beating meanwhile. */
export async function passes(mall: Pick<Mall, 'clock'>, ms: number, ...beating: readonly TestVoice[]): Promise<void> {
  for (let left = ms; left > 0; left -= 2_500) {
    mall.clock.at += Math.min(left, 2_500);
    await Promise.all(beating.map((voice) => voice.beat()));
  }
}

/** A visitor, of Dukcapil if nothing else is said, called to this counter; gives back the ticket and the `seq` of the call. */
export async function callAt(mall: Mall, counterId: string, serviceId = 'DKC-01') {
  await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: [serviceId] });
  const desk = await signIn(mall, counterId);
  await give(mall.url, desk, 'open', { counterId }, {});
  const { body } = await give(mall.url, desk, 'call-next', { counterId }, {});
  const { id, number } = (body as unknown as { readonly ticket: { readonly id: string; readonly number: string } })
    .ticket;
  return { desk, ticketId: id, number, seq: await callOf(mall, id) };
}

/** The `seq` of the newest call of a ticket, once the server's hall has it. */
export async function callOf(mall: Mall, ticketId: string, times = 1): Promise<number> {
  const call = () => mall.server.hall().calls.find((one) => one.ticketId === ticketId && one.times === times);
  await until(() => call() !== undefined);
  return call()?.seq ?? 0;
}

export function step(mall: Mall, desk: Officer, name: 'recall' | 'start', ticketId: string) {
  return give(mall.url, desk, name, { ticketId }, {});
}
