import type { CommandName } from '@antrean/protocol';
import { give } from '../../mall.ts';
import type { Line } from '../judge/evidence.ts';

/** A command as somebody means it; its key is made before the first attempt. */
export type Meant = {
  readonly id: string;
  readonly who: { readonly token: string; readonly session?: string };
  readonly name: CommandName;
  readonly params: Readonly<Record<string, string>>;
  readonly body: object;
};

export type Answered = { readonly isOk: boolean; readonly body: Readonly<Record<string, unknown>> };

const giveUpMs = 2_000;

/** Sends a command once and writes down what became of it; null when nobody knows. */
export async function askOnce(url: string, meant: Meant, history: Line[]): Promise<Answered | null> {
  const { id: commandId, who, name, params, body } = meant;
  history.push({ at: performance.now(), commandId, kind: 'invoke', name });
  const answer = await Promise.race([
    give(url, who, name, params as never, body, commandId).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, giveUpMs, null).unref()),
  ]);
  const at = performance.now();
  if (answer === null || answer.status >= 500) {
    history.push({ at, commandId, kind: 'info' });
    return null;
  }
  const isOk = answer.status < 300;
  if (isOk) history.push({ at, commandId, kind: 'ok', answer: JSON.stringify(answer.body) });
  else history.push({ at, commandId, kind: 'fail', code: String(answer.body.code) });
  return { isOk, body: answer.body };
}
