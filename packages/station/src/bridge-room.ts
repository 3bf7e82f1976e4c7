import { commands } from '@antrean/protocol';
import Type, { type TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { bridgePath, type KioskBridge } from './bridge.ts';
import { problem } from './problem.ts';

const closed = { additionalProperties: false } as const;
const Visit = Type.Object({ visitId: Type.String({ minLength: 1, maxLength: 64 }) }, closed);

/** What each call of the bridge takes; whatever else arrives is refused before it. */
export const bridgeArguments = {
  takeNumber: Type.Object(
    {
      ...commands.issue.body.properties,
      pressId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
      withoutPaper: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  reprint: Visit,
  confirm: Visit,
  giveUp: Visit,
  printList: Type.Object(
    { serviceId: Type.String({ minLength: 1, maxLength: 64 }), language: Type.Enum(['id', 'en', 'ms', 'zh']) },
    closed,
  ),
  missed: Type.Object({ text: Type.String({ minLength: 2, maxLength: 40 }) }, closed),
  now: Type.Object({}, closed),
} as const satisfies Record<keyof KioskBridge, TSchema>;

/** The bridge as a page reaches it: POST `/bridge/<name>`, the argument as JSON, parsed on arrival. */
export function bridgeRoom(bridge: KioskBridge): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET' && pathname === bridgePath) return Response.json({ kind: 'kiosk' });
    const name = pathname.slice(bridgePath.length + 1);
    if (request.method !== 'POST' || !Object.hasOwn(bridgeArguments, name))
      return refused('request.unknown', 'No such call');
    const argument: unknown = await request.json().catch(() => undefined);
    const answer = await callBridge(bridge, name, argument);
    return answer === null
      ? refused('request.invalid', 'The argument is not what this call takes')
      : Response.json(answer);
  };
}

/** Makes one call after its argument was checked; null when there is no such call or the argument is not what it takes. */
export async function callBridge(bridge: KioskBridge, name: string, argument: unknown): Promise<unknown> {
  if (!Object.hasOwn(bridgeArguments, name)) return null;
  const call = name as keyof KioskBridge;
  if (!Check(bridgeArguments[call], argument)) return null;
  // The table above has just checked that the argument is the one which this call takes.
  return (bridge[call] as (argument: unknown) => Promise<unknown>)(argument);
}

function refused(...args: Parameters<typeof problem>): Response {
  const { status, type, body } = problem(...args);
  return new Response(body, { status, headers: { 'content-type': type } });
}
