import { openStation } from '@antrean/client';
import type { PrintOutcome } from '@antrean/printing/outcome';
import { bundle, openLoopbackServer, serverProxy } from '@antrean/station';
import { bridgePath, type GivenNumber, type Press, type StationNow } from '@antrean/station/bridge';

/** What the machine around the page does next; a test changes it while the page is open. */
type Script = {
  now: StationNow;
  /** The fate of each slip and list, in turn; the last one stays. */
  slips: PrintOutcome[];
  /** Numbers come from a range of this kiosk, with a high series and nobody counted ahead. */
  isOffline: boolean;
  /** How long the printer takes, milliseconds. */
  printMs: number;
};

type Call = { readonly name: string; readonly argument: Readonly<Record<string, unknown>> };

export const printed: PrintOutcome = { kind: 'PRINTED', jobId: 'job', nearEnd: false };
export const unknown: PrintOutcome = { kind: 'UNKNOWN', jobId: 'job', why: 'timeout', after: 'silent' };
export const notSent: PrintOutcome = { kind: 'NOT_SENT', jobId: 'job', reason: 'paperOut' };
const notAsked: PrintOutcome = { kind: 'NOT_SENT', jobId: 'job', reason: 'notAsked' };

/** A kiosk whose page, proxy and numbers are real and whose printer and link do what the script says, at the level of HTTP. */
export async function openScriptedStation(options: { serverUrl: string; token: string; screen: string }) {
  const { serverUrl, token, screen } = options;
  const calls: Call[] = [];
  const script: Script = {
    now: {
      printer: { state: 'ready', since: 0 },
      server: 'there',
      lastHall: null,
      unsettled: null,
      build: 'one',
    },
    slips: [printed],
    isOffline: false,
    printMs: 0,
  };
  const server = openStation({ url: serverUrl, token });
  const given = new Map<string, Promise<unknown>>();

  const nextSlip = async () => {
    await new Promise((resolve) => setTimeout(resolve, script.printMs));
    return (script.slips.length > 1 ? script.slips.shift() : script.slips[0]) ?? printed;
  };

  const take = async ({ pressId, withoutPaper, ...body }: Press) => {
    const answer = await server.commands.give('issue', {}, body, pressId);
    if (!answer.ok) return answer;
    const { visit, tickets } = answer.value;
    const issued: GivenNumber = script.isOffline
      ? {
          ...answer.value,
          visit: { ...visit, number: visit.number.replace(/\d+$/, '951') },
          tickets: tickets.map((ticket) => ({ ...ticket, ahead: null, estimate: null })),
          offline: true,
        }
      : { ...answer.value, offline: false };
    return { ok: true, value: { issued, slip: withoutPaper ? notAsked : await nextSlip() } };
  };

  const takeOnce = (press: Press) => {
    const taking = given.get(press.pressId) ?? take(press);
    given.set(press.pressId, taking);
    return taking;
  };

  const answerTo = async (name: string, argument: unknown): Promise<unknown> => {
    if (name === 'now') return script.now;
    // What a page sends is recorded as it came.
    calls.push({ name, argument: argument as Call['argument'] });
    if (name === 'takeNumber') return takeOnce(argument as Press);
    if (name === 'reprint' || name === 'printList') return { ok: true, value: { slip: await nextSlip() } };
    return { ok: true, value: {} };
  };

  const loopback = await openLoopbackServer({
    port: 0,
    home: '/kiosk/',
    folders: ['logos'],
    rooms: { kiosk: bundle(screen) },
    proxy: serverProxy(
      serverUrl,
      () => token,
      () => null,
    ),
    async bridge(request) {
      const { pathname } = new URL(request.url);
      if (request.method === 'GET') return Response.json({ kind: 'kiosk' });
      const name = pathname.slice(bridgePath.length + 1);
      return Response.json(await answerTo(name, await request.json()));
    },
  });
  return {
    url: loopback.url,
    script,
    calls,
    /** The arguments of every call of one name, in order. */
    called: (name: string) => calls.filter((call) => call.name === name).map(({ argument }) => argument),
    async close() {
      server.close();
      await loopback.close();
    },
  };
}
