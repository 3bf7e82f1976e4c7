import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** Node's request as the web's with what it accepts, its body read whole; null when that is longer than `longest`. */
export async function webRequest(
  request: IncomingMessage,
  url: string,
  longest: number,
  signal: AbortSignal,
): Promise<Request | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longest) return null;
    chunks.push(chunk);
  }
  const method = request.method ?? 'GET';
  const body = length > 0 && method !== 'GET' && method !== 'HEAD' ? Buffer.concat(chunks) : null;
  const { accept = '*/*' } = request.headers;
  return new Request(url, { method, body, signal, headers: { accept } });
}

/** The web's answer as Node's; a stream is passed on until either side ends it. */
export function sendWebResponse(answer: Response, response: ServerResponse): void {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body) {
    response.end();
    return;
  }
  // The DOM's type of this stream and Node's differ, and both may be in sight; the stream is Node's.
  const body = Readable.fromWeb(answer.body as ReadableStream);
  body.on('error', () => response.destroy());
  response.on('close', () => body.destroy());
  body.pipe(response);
}
