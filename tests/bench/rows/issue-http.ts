import { Connection, load } from '../measure/http-load.ts';
import { startProgram } from '../measure/program.ts';
import type { Build, Sample } from '../measure/rounds.ts';
import type { Row } from '../measure/row.ts';

const warmUp = 600;
const measured = 2_000;

const product = 'product';
const bare = 'bare route, group commit';
const naive = 'bare route, one transaction each';

/** A durable issue over HTTP, from this many kiosks at once. */
export function issueOverHttp(connections: number): Row {
  return {
    name: `issue-${connections}`,
    title: `Issue a ticket over HTTP, ${connections} connections`,
    goals: [
      {
        says: 'tickets per second of the bare route with group commit',
        figure: 'perSecond',
        of: product,
        to: bare,
        atLeast: 0.7,
      },
      { says: 'tickets per second of one transaction each', figure: 'perSecond', of: product, to: naive, atLeast: 5 },
      { says: 'CPU of the bare route with group commit', figure: 'cpuµs', of: product, to: bare, atMost: 1 / 0.7 },
      ...(connections >= 128
        ? [
            {
              says: 'slowest hundredth beside the middle',
              figure: 'p99ms',
              of: product,
              to: product,
              toFigure: 'p50ms',
              atMost: 3,
            },
          ]
        : []),
    ],
    open: async () => ({
      builds: [
        build(product, connections, 'limits/product.ts'),
        build(bare, connections, 'limits/bare-issue.ts', 'grouped'),
        build(naive, connections, 'limits/bare-issue.ts', 'single'),
      ],
      close: async () => {},
    }),
  };
}

// A server for each turn: what waits from the turn before would make the next one dearer.
function build(name: string, count: number, ...program: readonly [string, ...string[]]): Build {
  return { name, turn: () => turn(count, program) };
}

async function turn(count: number, program: readonly [string, ...string[]]): Promise<Sample> {
  const server = await startProgram<{ readonly port: number; readonly token: string }>(...program);
  const connections = await Promise.all(Array.from({ length: count }, () => Connection.open(server.said.port)));
  const issue = () => ({
    path: '/api/v1/tickets',
    headers: { authorization: `Bearer ${server.said.token}`, 'idempotency-key': crypto.randomUUID() },
    body: '{"serviceIds":["PTSP-01"]}',
  });
  await load(connections, warmUp, issue);
  const before = await server.usage();
  const sample = await load(connections, measured, issue);
  const after = await server.usage();
  for (const connection of connections) connection.close();
  await server.end();
  return { ...sample, cpuµs: ((after.cpuMs - before.cpuMs) * 1_000) / measured };
}
