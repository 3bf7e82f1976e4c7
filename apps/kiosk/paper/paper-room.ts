import path from 'node:path';
import type { VirtualPrinter } from '@antrean/printing/virtual';
import { bundle } from '@antrean/station';
import { obey, printerState } from './desk-printer.ts';

/** The desk below a virtual printer: its newest slips as pictures, live, and the printer itself to play with. */
export function paperRoom(printer: VirtualPrinter): (request: Request) => Promise<Response> {
  const page = bundle(path.join(import.meta.dirname, 'page'));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/stream') return stream(printer, request.signal);
    if (pathname === '/printer' && request.method === 'POST') {
      const isDone = obey(printer, await request.json().catch(() => null));
      return isDone ? new Response(null, { status: 204 }) : new Response('Bad wish', { status: 400 });
    }
    if (pathname === '/unfinished.png') return drawn(printer, printer.unfinished(), 'no-store');
    const name = /^\/slips\/([\d-]+)\.png$/.exec(pathname)?.[1];
    if (name === undefined) return page(request);
    const slip = printer.slips().find((one) => nameOf(one) === name);
    return drawn(printer, slip?.paper ?? null, 'public, max-age=31536000, immutable');
  };
}

function drawn(printer: VirtualPrinter, paper: ReturnType<VirtualPrinter['unfinished']>, cache: string): Response {
  if (!paper) return new Response('Not found', { status: 404 });
  const headers = { 'content-type': 'image/png', 'cache-control': cache };
  return new Response(new Uint8Array(printer.picture({ paper })), { headers });
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
  const unfinished = printer.unfinished();
  return {
    ...printerState(printer),
    // The number only makes the address new, so that the browser fetches the picture again.
    unfinished: unfinished && { picture: `unfinished.png?${unfinished.height}` },
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
