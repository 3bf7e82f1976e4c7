import { type CommandName, commands } from '@antrean/protocol';
import type { Commands, Given } from './commands.ts';
import type { Http } from './http-call.ts';

/** Commands of the protocol's table over HTTP; `headers` is read at each press, because officers come and go. */
export function giveOver(http: Http, headers: () => Record<string, string>, answerMs: number): Commands {
  return {
    give<N extends CommandName>(name: N, params: object, body: object, key = newKey()): Promise<Given<N>> {
      const { method, path } = commands[name];
      return http.call({
        method,
        path: filled(path, params),
        headers: { ...headers(), 'idempotency-key': key },
        body,
        answerMs,
      });
    },
  };
}

function filled(path: string, params: object): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(Reflect.get(params, name))));
}

/** A random UUID. `crypto.randomUUID` is missing in pages of the mall's own network, which has no certificates. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
