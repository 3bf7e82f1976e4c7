import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { bridgePath, type StationKind } from './bridge.ts';
import { problem } from './problem.ts';

/** A bridge as pages reach it: what kind of station answers, what each call takes, and the calls. */
export type BridgeParts<B> = {
  readonly kind: StationKind;
  readonly takes: Readonly<Record<keyof B & string, TSchema>>;
  readonly bridge: B;
};

/** POST `/bridge/<name>` makes a call, the argument as JSON, parsed on arrival; GET `/bridge` says what kind of station this is. */
export function bridgeRoom<B extends object>(parts: BridgeParts<B>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET' && pathname === bridgePath) return Response.json({ kind: parts.kind });
    const name = pathname.slice(bridgePath.length + 1);
    if (request.method !== 'POST' || !Object.hasOwn(parts.takes, name))
      return refused('request.unknown', 'No such call');
    const argument: unknown = await request.json().catch(() => undefined);
    // The line above has just found the name in the table of this bridge's calls.
    const call = name as keyof B & string;
    if (!Check(parts.takes[call], argument))
      return refused('request.invalid', 'The argument is not what this call takes');
    // And the table has checked that the argument is the one which this call takes.
    return Response.json(await (parts.bridge[call] as (argument: unknown) => Promise<unknown>)(argument));
  };
}

/** A problem as a bridge's answer. */
export function refused(...args: Parameters<typeof problem>): Response {
  const { status, type, body } = problem(...args);
  return new Response(body, { status, headers: { 'content-type': type } });
}
