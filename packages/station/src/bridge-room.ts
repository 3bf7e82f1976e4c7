import { commands } from '@antrean/protocol';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { bridgePath, type KioskBridge } from './bridge.ts';
import { problem } from './problem.ts';

const Press = Type.Object(
  {
    ...commands.issue.body.properties,
    pressId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
    withoutPaper: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const Again = Type.Object({ visitId: Type.String({ minLength: 1, maxLength: 64 }) }, { additionalProperties: false });

/** The bridge as a page reaches it: POST `/bridge/<name>`, the argument as JSON, parsed on arrival. */
export function bridgeRoom(bridge: KioskBridge): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET' && pathname === bridgePath) return Response.json({ kind: 'kiosk' });
    if (request.method !== 'POST') return refused('request.unknown', 'No such call');
    const argument = await request.json().catch(() => undefined);
    switch (pathname.slice(bridgePath.length + 1)) {
      case 'takeNumber':
        return Check(Press, argument) ? Response.json(await bridge.takeNumber(argument)) : invalid();
      case 'reprint':
        return Check(Again, argument) ? Response.json(await bridge.reprint(argument)) : invalid();
      case 'printer':
        return Response.json(await bridge.printer());
      default:
        return refused('request.unknown', 'No such call');
    }
  };
}

const invalid = (): Response => refused('request.invalid', 'The argument is not what this call takes');

function refused(...args: Parameters<typeof problem>): Response {
  const { status, type, body } = problem(...args);
  return new Response(body, { status, headers: { 'content-type': type } });
}
