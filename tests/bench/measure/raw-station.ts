import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { eachFrame } from '../../faults/websocket-frames.ts';

/** A station's connection that speaks just enough of WebSocket and Socket.IO: a real client would be what is measured. */
export class RawStation {
  readonly #socket: Socket;
  readonly #hear: (message: string) => void;
  #answer: ((message: string) => void) | null = null;

  private constructor(socket: Socket, hear: (message: string) => void) {
    this.#socket = socket;
    this.#hear = hear;
    eachFrame(socket, (bytes, isMessage) => isMessage && this.#take(bytes), { afterHead: true });
  }

  /** Connected, with the token in the upgrade, and not joined yet. */
  static async open(port: number, token: string, hear: (message: string) => void): Promise<RawStation> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    const station = new RawStation(socket, hear);
    const opened = station.#next();
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    await opened;
    await station.#ask('40');
    return station;
  }

  /** Joins the hall; gives back the answer as it came. */
  join(): Promise<string> {
    return this.#ask('420["join",{"after":null,"epoch":null}]');
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(text: string): Promise<string> {
    const answer = this.#next();
    this.#send(text);
    return answer;
  }

  #next(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.#answer = resolve;
    return promise;
  }

  #take(frame: Buffer): void {
    const short = (frame[1] ?? 0) & 0x7f;
    const message = frame.toString('utf8', short < 126 ? 2 : short === 126 ? 4 : 10);
    if (message === '2') this.#send('3');
    else if (/^(0|40|43)/.test(message)) this.#answer?.(message);
    else this.#hear(message);
  }

  // Short texts only, masked with zeros: RFC 6455 wants a mask and does not mind which.
  #send(text: string): void {
    this.#socket.write(Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0, ...Buffer.from(text)]));
  }
}
