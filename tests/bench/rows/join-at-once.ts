import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DemoAnswer } from '@antrean/protocol';
import { Connection } from '../measure/http-load.ts';
import { startProgram } from '../measure/program.ts';
import type { Build, Sample } from '../measure/rounds.ts';
import type { Row } from '../measure/row.ts';

type Offer = { readonly port: number; readonly token: string; readonly demo?: DemoAnswer };

const peopleWaiting = 300;
const product = 'product, each with the whole hall';
const bare = 'bare Socket.IO, connecting only';

/** So many stations at once, as after a restart or a power cut. */
export function joinAtOnce(stations: number): Row {
  return {
    name: `join-${stations}`,
    title: `${stations} stations join at once, while ${peopleWaiting} people wait`,
    goals: [{ says: 'until all are fresh', figure: 'freshMs', of: product, to: bare, atMost: 2 }],
    open: async () => ({
      builds: [
        build(product, stations, 'limits/product.ts', 'yes'),
        build(bare, stations, 'limits/bare-feed.ts', 'no'),
      ],
      close: async () => {},
    }),
  };
}

function build(name: string, stations: number, program: string, joins: 'yes' | 'no'): Build {
  return { name, turn: () => turn(stations, program, joins) };
}

async function turn(stations: number, program: string, joins: 'yes' | 'no'): Promise<Sample> {
  const server = await startProgram<Offer>(program);
  const { port, token, demo } = server.said;
  if (demo) await fill(port, demo.kioskToken);
  const before = await server.usage();
  const coming = fork(path.join(import.meta.dirname, '..', 'limits', 'displays.ts'), [
    String(port),
    demo?.displayToken ?? token,
    String(stations),
    joins,
  ]);
  const [{ freshMs }] = (await once(coming, 'message')) as [{ freshMs: number }];
  const after = await server.usage();
  const gone = once(coming, 'exit');
  coming.disconnect();
  await gone;
  await server.end();
  return { freshMs, cpuµs: ((after.cpuMs - before.cpuMs) * 1_000) / stations };
}

async function fill(port: number, kioskToken: string): Promise<void> {
  const connection = await Connection.open(port);
  for (let n = 0; n < peopleWaiting; n += 1)
    await connection.post({
      path: '/api/v1/tickets',
      headers: { authorization: `Bearer ${kioskToken}`, 'idempotency-key': crypto.randomUUID() },
      body: '{"serviceIds":["PTSP-01"]}',
    });
  connection.close();
}
