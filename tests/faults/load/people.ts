import type { Random } from '../../../packages/domain/testing/random.ts';
import { type Officer, signIn } from '../../mall.ts';
import type { Line } from '../judge/evidence.ts';
import type { RealServer } from '../real-server.ts';
import { type Answered, askOnce, type Meant } from './ask.ts';

export type People = {
  readonly history: readonly Line[];
  /** Commands that were answered so far, refusals included. */
  readonly answered: number;
  /** Resolves with the next answer. */
  nextAnswer(): Promise<void>;
  /** Sends so many of the answered commands once more, as a station does whose answer was lost on the way. */
  repeat(times: number): Promise<void>;
  /** Everybody ends what they have begun. */
  stop(): Promise<void>;
};

export type Crowd = {
  readonly visitors: number;
  readonly officers: number;
  /** How often a command is sent twice at once. */
  readonly doubled?: number;
};

// All of one agency's quick counters, so that officers meet at one queue, and of others for other series.
const services = ['DKC-01', 'DKC-02', 'DKC-03', 'DKC-04', 'DKC-05', 'PTSP-01', 'PTSP-03', 'BPD-02', 'DPU-01'];

/** People who press at a kiosk and officers who call and serve, all at once; whoever gets no answer sends the same command again. */
export async function startPeople(
  server: Pick<RealServer, 'url' | 'demo'>,
  { visitors, officers, doubled = 0 }: Crowd,
  random: Random,
): Promise<People> {
  const history: Line[] = [];
  const kept: Meant[] = [];
  let answered = 0;
  let isOver = false;
  let told = Promise.withResolvers<void>();

  async function ask(who: Meant['who'], name: Meant['name'], params: Meant['params'], body: object): Promise<Answered> {
    const meant = { id: crypto.randomUUID(), who, name, params, body };
    for (;;) {
      const again = random.chance(doubled) ? askOnce(server.url(), meant, history) : null;
      const answer = (await askOnce(server.url(), meant, history)) ?? (await again);
      await again;
      if (answer === null) {
        await pause(20);
        continue;
      }
      answered += 1;
      kept.push(meant);
      told.resolve();
      told = Promise.withResolvers();
      return answer;
    }
  }

  async function visitor(): Promise<void> {
    const kiosk = { token: server.demo().kioskToken };
    while (!isOver) {
      await pause(random.whole(0, 120));
      await ask(kiosk, 'issue', {}, { serviceIds: [random.pick(services)] });
    }
  }

  async function officer({ counterId, ...who }: Officer): Promise<void> {
    await ask(who, 'open', { counterId }, {});
    while (!isOver) {
      const called = await ask(who, 'call-next', { counterId }, {});
      const ticketId = (called.body.ticket as { readonly id?: string } | null)?.id;
      if (!called.isOk || ticketId === undefined) {
        await pause(50);
        continue;
      }
      await pause(random.whole(0, 40));
      await ask(who, 'start', { ticketId }, {});
      await pause(random.whole(0, 40));
      await ask(who, 'finish', { ticketId }, { outcome: 'done' });
    }
  }

  // All officers are signed in before the first fault.
  const desks = Array.from({ length: officers }, (_, n) => `counter-${n + 1}`);
  const hall = { url: server.url(), demo: server.demo() };
  const atDesks = await Promise.all(desks.map((counterId) => signIn(hall, counterId)));
  const all = Promise.all([...Array.from({ length: visitors }, () => visitor()), ...atDesks.map(officer)]);
  return {
    history,
    get answered() {
      return answered;
    },
    nextAnswer: () => told.promise,
    async repeat(times) {
      for (let n = 0; n < times && kept.length > 0; n += 1) await askOnce(server.url(), random.pick(kept), history);
    },
    async stop() {
      isOver = true;
      await all;
    },
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
