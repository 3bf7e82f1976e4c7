import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { quantile, type Sample } from './rounds.ts';

export type Request = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A client that costs next to nothing: it writes the bytes and looks for the length of the answer, so that the server is what is measured. */
export class Connection {
  readonly #socket: Socket;
  #received = '';
  #answer: ((body: string) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true).setEncoding('utf8');
    socket.on('data', (text) => this.#hear(String(text)));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** The body of the answer; anything but success throws. */
  post({ path, headers, body }: Request): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#answer = (text) =>
      /^HTTP\/1\.1 20/.test(text) ? resolve(text.slice(text.indexOf('\r\n\r\n') + 4)) : reject(new Error(text));
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = Buffer.byteLength(body);
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${body}`,
    );
    return promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  // Answers are ASCII here, so characters are bytes.
  #hear(text: string): void {
    this.#received += text;
    const head = this.#received.indexOf('\r\n\r\n');
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received)?.[1];
    if (head < 0 || length === undefined || this.#received.length < head + 4 + Number(length)) return;
    const answer = this.#received;
    this.#received = '';
    this.#answer?.(answer);
  }
}

/** `count` requests over these connections, each sending its next one when it has its answer. */
export async function load(
  connections: readonly Connection[],
  count: number,
  next: (connection: number) => Request,
): Promise<Sample> {
  const times: number[] = [];
  let left = count;
  const started = performance.now();
  await Promise.all(
    connections.map(async (connection, n) => {
      while (left > 0) {
        left -= 1;
        const sentAt = performance.now();
        await connection.post(next(n));
        times.push(performance.now() - sentAt);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  return { perSecond: count / seconds, p50ms: quantile(times, 0.5), p99ms: quantile(times, 0.99) };
}
