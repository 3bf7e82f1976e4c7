import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type DemoAnswer, sessionHeader } from '@antrean/protocol';
import { type Officer, signIn } from '../../mall.ts';
import { Connection } from '../measure/http-load.ts';
import { type Program, startProgram } from '../measure/program.ts';
import { type Build, quantile, type Sample } from '../measure/rounds.ts';
import type { Row } from '../measure/row.ts';

type Offer = { readonly port: number; readonly token: string; readonly demo?: DemoAnswer };
/** One press of "next", by whatever the server needs before and after it. */
type Caller = { prepare(): Promise<void>; call(): Promise<void>; events: number };

const calls = 40;
const product = 'product';
const bare = 'bare Socket.IO, same frame';
const counterId = 'counter-1';

/** From the officer's press to the last of this many displays. */
export function callToDisplays(displays: number): Row {
  return {
    name: `call-${displays}`,
    title: `One call to the last of ${displays} displays`,
    goals: [
      { says: 'last display, middle', figure: 'lastP50ms', of: product, to: bare, atMost: 1.15 },
      { says: 'last display, slowest', figure: 'lastP99ms', of: product, to: bare, atMost: 1.15 },
      { says: 'answer to the officer, slowest', figure: 'answerP99ms', of: product, to: bare, atMost: 1.15 },
      // With fewer displays the four commands of a visit are what costs, not the displays.
      ...(displays >= 1_000
        ? [{ says: 'CPU for each event and station', figure: 'cpuµs', of: product, to: bare, atMost: 1.15 }]
        : []),
      { says: 'heap for each station', figure: 'heapKB', of: product, to: bare, atMost: 1.25 },
    ],
    open: async () => ({
      builds: [build(product, displays, 'limits/product.ts'), build(bare, displays, 'limits/bare-feed.ts')],
      close: async () => {},
    }),
  };
}

function build(name: string, displays: number, program: string): Build {
  return { name, turn: () => callTurn(displays, program) };
}

/** Forty calls of a server of its own, each to this many displays. */
export async function callTurn(displays: number, program: string): Promise<Sample> {
  const server = await startProgram<Offer>(program);
  const { port, token, demo } = server.said;
  const caller = await callerOf(server);
  const empty = await server.usage();
  const watching = fork(path.join(import.meta.dirname, '..', 'limits', 'displays.ts'), [
    String(port),
    demo?.displayToken ?? token,
    String(displays),
  ]);
  const [{ freshMs }] = (await once(watching, 'message')) as [{ freshMs: number }];
  const joined = await server.usage();
  const answers: number[] = [];
  const lasts: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    // What came before must have reached everybody, or the call would stand in line behind it.
    const isQuiet = demo ? lastSeen(watching, 'issued') : Promise.resolve();
    await caller.prepare();
    await isQuiet;
    const seen = lastSeen(watching, 'called');
    const sentAt = process.hrtime.bigint();
    await caller.call();
    answers.push(Number(process.hrtime.bigint() - sentAt) / 1e6);
    lasts.push(Number((await seen) - sentAt) / 1e6);
  }
  const after = await server.usage();
  const gone = once(watching, 'exit');
  watching.disconnect();
  await gone;
  await server.end();
  answers.sort((a, b) => a - b);
  lasts.sort((a, b) => a - b);
  return {
    lastP50ms: quantile(lasts, 0.5),
    lastP99ms: quantile(lasts, 0.99),
    answerP50ms: quantile(answers, 0.5),
    answerP99ms: quantile(answers, 0.99),
    cpuµs: ((after.cpuMs - joined.cpuMs) * 1_000) / (calls * caller.events * displays),
    heapKB: (joined.heapBytes - empty.heapBytes) / 1_024 / displays,
    freshMs,
  };
}

async function lastSeen(watching: ChildProcess, what: 'issued' | 'called'): Promise<bigint> {
  const [seen] = (await once(watching, 'message')) as [{ what: string; at: string }];
  if (seen.what !== what) throw new Error(`${seen.what} was seen where ${what} must be`);
  return BigInt(seen.at);
}

async function callerOf({ said: { port, demo } }: Program<Offer>): Promise<Caller> {
  const connection = await Connection.open(port);
  const post = (route: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    connection.post({
      path: `/api/v1${route}`,
      headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
  if (!demo) return { prepare: async () => {}, call: async () => void (await post('/call', {})), events: 1 };
  const officer: Officer = await signIn({ url: `http://127.0.0.1:${port}`, demo }, counterId);
  const desk = { authorization: `Bearer ${officer.token}`, [sessionHeader]: officer.session };
  const kiosk = { authorization: `Bearer ${demo.kioskToken}` };
  await post(`/counters/${counterId}/open`, {}, desk);
  let held: string | null = null;
  return {
    // Issued, started, finished and called: what one visitor sends to every display.
    events: 4,
    prepare: async () => {
      if (held !== null) {
        await post(`/tickets/${held}/start`, {}, desk);
        await post(`/tickets/${held}/finish`, { outcome: 'done' }, desk);
      }
      await post('/tickets', { serviceIds: ['DKC-01'] }, kiosk);
    },
    call: async () => {
      const answer = await post(`/counters/${counterId}/call-next`, {}, desk);
      held = (JSON.parse(answer) as { ticket: { id: string } }).ticket.id;
    },
  };
}
