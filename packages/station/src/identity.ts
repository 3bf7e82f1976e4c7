import { openEntrance } from '@antrean/client';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { type Bridged, enrolPath, type StationKind } from './bridge.ts';
import { problem } from './problem.ts';

/** Who this station is to its server: nobody, until somebody types the code of its device. */
export type Identity = {
  /** Null while nobody has enrolled it. */
  token(): string | null;
  /** Answers `POST /bridge/enrol {code}`; everything else goes on to `room`. */
  guard(room: (request: Request) => Promise<Response>): (request: Request) => Promise<Response>;
};

export type IdentityParts = {
  readonly serverUrl: string;
  readonly role: StationKind;
  readonly token: string | null;
  /** Keeps the token for the next start. */
  readonly keep: (token: string) => Promise<void>;
  /** The station goes on with this token; the page is answered when it has. */
  readonly become: (token: string) => Promise<void>;
  readonly log: (line: string) => void;
};

const Code = Type.Object({ code: Type.String({ minLength: 4, maxLength: 40 }) }, { additionalProperties: false });

/** A station enrols without a restart; its page never sees the token. */
export function openIdentity(parts: IdentityParts): Identity {
  const { role, log } = parts;
  const entrance = openEntrance({ url: parts.serverUrl });
  let token = parts.token;
  let isUnderWay = false;

  const enrol = async (code: string): Promise<Bridged<{ readonly name: string }>> => {
    const answer = await entrance.enrol(code, role);
    if (!answer.ok) return answer;
    const { device } = answer.value;
    // Kept first: the code is used up, and a power cut now must not cost another one.
    await parts.keep(answer.value.token);
    token = answer.value.token;
    log(`enrolled as "${device.name}"`);
    await parts.become(token);
    return { ok: true, value: { name: device.name } };
  };

  return {
    token: () => token,
    guard: (room) => async (request) => {
      if (request.method !== 'POST' || new URL(request.url).pathname !== enrolPath) return room(request);
      const body: unknown = await request.json().catch(() => undefined);
      if (!Check(Code, body)) {
        const { status, type, body: text } = problem('request.invalid', 'This is no code');
        return new Response(text, { status, headers: { 'content-type': type } });
      }
      if (isUnderWay) return Response.json({ ok: false, error: { code: 'link.down' } });
      isUnderWay = true;
      try {
        return Response.json(await enrol(body.code));
      } finally {
        isUnderWay = false;
      }
    },
  };
}
