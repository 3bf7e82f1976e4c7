import { sessionHeader } from '@antrean/protocol';
import type { Random } from '../../../packages/domain/testing/random.ts';
import { brokenBody, instanceOf } from './broken-body.ts';
import type { Operation } from './operations.ts';

export type Who = { readonly token?: string; readonly session?: string };

/** A request that must be refused, as it goes over the wire. */
export type BrokenRequest = {
  readonly way: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

const badSegments = [
  ...['%00', '%', '%ff', '%2e%2e', '..%2f..%2fetc', '%F0%9F', "'--", '%22', 'a'.repeat(70), 'a'.repeat(3_000), '%20'],
  ...['%7B%7D', '__proto__', 'constructor', '%0d%0aX-Evil:%201', '%E2%80%AE'],
];
const badKeys = ['', 'again', '0', 'g0000000-0000-4000-8000-000000000000', 'x'.repeat(400), '00000000'];
const bodyTypes = ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonx', '*/*'];

/** One broken request to this operation, in a way that fits it. */
export function brokenRequest(operation: Operation, who: Who, random: Random): BrokenRequest {
  const { method, body: schema } = operation;
  const plain = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const right = {
    method,
    path: filled(operation.path, () => 'nothing'),
    headers: { ...credentials(who), ...plain },
  };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const ways: (() => BrokenRequest)[] = [
    () => ({ ...right, way: 'method', method: random.pick(['PUT', 'PATCH', 'TRACE', 'OPTIONS', 'MERGE']), body: null }),
  ];
  // Only a command needs somebody in every case: some pages may be read by all.
  if (operation.needsKey)
    ways.push(() => ({
      ...right,
      way: 'stranger',
      headers: { ...credentials(stranger(random)), ...plain },
      body: json(schema ? instanceOf(schema, random) : {}),
    }));
  if (operation.path.includes('{'))
    ways.push(() => ({
      ...right,
      way: 'path',
      path: filled(operation.path, () => random.pick(badSegments)),
      body: schema ? json(brokenBody(schema, random)) : null,
    }));
  if (operation.hasQuery)
    ways.push(() => ({
      ...right,
      way: 'query',
      path: `${right.path}?${random.pick(['after=x', 'limit=-1', 'limit=1e9', 'from=2026-13-45', 'after=1&after=2', 'zzz=1', 'after[]=1'])}`,
      body: null,
    }));
  if (schema) {
    ways.push(
      () => ({ ...right, way: 'body', body: json(brokenBody(schema, random)) }),
      () => ({ ...right, way: 'body', body: json(brokenBody(schema, random)) }),
      () => ({ ...right, way: 'text', body: brokenText(json(instanceOf(schema, random)), random) }),
      () => ({
        ...right,
        way: 'type',
        headers: { ...right.headers, 'content-type': random.pick(bodyTypes) },
        body: json(instanceOf(schema, random)),
      }),
    );
    if (operation.needsKey)
      ways.push(() => ({
        ...right,
        way: 'key',
        headers: { ...right.headers, 'idempotency-key': random.pick(badKeys) },
        body: json(instanceOf(schema, random)),
      }));
  }
  return random.pick(ways)();
}

/** Text that is no JSON at all, or JSON with what no body may hold. */
function brokenText(right: Buffer, random: Random): Buffer {
  const text = right.toString();
  return random.pick([
    () => Buffer.from(text.slice(0, Math.max(1, random.whole(1, text.length) - 1))),
    () => Buffer.concat([right, Buffer.from([0xff, 0xfe, 0x00])]),
    () => Buffer.from(`${text}${text}`),
    () => Buffer.from(`\u0000${text}`),
    () => Buffer.from(`${text.replaceAll('"', "'")};`),
    () => Buffer.from('['.repeat(30_000)),
    () => Buffer.from(`{"__proto__":{"isManager":true},${text.slice(1)}`),
    () => Buffer.from(`{"constructor":{"prototype":{"x":1}},${text.slice(1)}`),
    () => Buffer.from(`{"x":"${'x'.repeat(random.pick([60_000, 80_000]))}"}`),
    () => Buffer.from('{"x":NaN}'),
    () => Buffer.from([0xc3, 0x28, 0xa0]),
  ])();
}

function stranger(random: Random): Who {
  return random.pick<Who>([
    { token: 'x'.repeat(43) },
    { token: '%00' },
    { token: 'x'.repeat(5_000) },
    { session: 'x'.repeat(43), token: '' },
    { token: "' OR '1'='1" },
  ]);
}

function credentials({ token, session }: Who): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(session === undefined ? {} : { [sessionHeader]: session }),
  };
}

function filled(path: string, segment: () => string): string {
  return path.replace(/\{\w+\}/g, segment);
}
