import path from 'node:path';
import type { Roll, VirtualPrinter } from '@antrean/printing/virtual';
import { bundle } from '@antrean/station';

const rolls: readonly Roll[] = ['full', 'low', 'out'];

/** The desk below a virtual printer: its newest slips as pictures, live, and its paper and cover to play with. */
export function paperRoom(printer: VirtualPrinter): (request: Request) => Promise<Response> {
  const page = bundle(path.join(import.meta.dirname, 'page'));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/stream') return stream(printer, request.signal);
    if (pathname === '/printer' && request.method === 'POST')
      return change(printer, await request.json().catch(() => null));
    const picture = /^\/slips\/([\d-]+)\.png$/.exec(pathname)?.[1];
    return picture === undefined ? page(request) : drawn(printer, picture);
  };
}

function drawn(printer: VirtualPrinter, name: string): Response {
  const slip = printer.slips().find((one) => nameOf(one) === name);
  if (!slip) return new Response('Not found', { status: 404 });
  const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' };
  return new Response(new Uint8Array(printer.picture(slip)), { headers });
}

function change(printer: VirtualPrinter, wish: unknown): Response {
  if (typeof wish !== 'object' || wish === null) return new Response('Bad wish', { status: 400 });
  const roll = 'roll' in wish ? rolls.find((one) => one === wish.roll) : undefined;
  if (roll) printer.setRoll(roll);
  if ('isCoverOpen' in wish && typeof wish.isCoverOpen === 'boolean') printer.setCover(wish.isCoverOpen);
  return new Response(null, { status: 204 });
}

/** Server-sent events: the whole state whenever it differs from what was sent last, so a lost connection loses nothing. */
function stream(printer: VirtualPrinter, gone: AbortSignal): Response {
  let sent = '';
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = () => {
        const state = JSON.stringify(stateOf(printer));
        if (state === sent) return;
        sent = state;
        controller.enqueue(Buffer.from(`data: ${state}\n\n`));
      };
      stop = printer.subscribe(send);
      gone.addEventListener('abort', () => stop());
      send();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function stateOf(printer: VirtualPrinter) {
  return {
    roll: printer.roll(),
    isCoverOpen: printer.isCoverOpen(),
    slips: printer
      .slips()
      .map((slip) => ({ picture: `slips/${nameOf(slip)}.png`, text: slip.text }))
      .reverse(),
  };
}

// The count begins anew with each start, the time does not: a browser must not show yesterday's picture.
function nameOf(slip: { readonly id: number; readonly at: number }): string {
  return `${slip.at}-${slip.id}`;
}
