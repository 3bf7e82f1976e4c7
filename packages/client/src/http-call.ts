import { type ErrorCode, isRetryable, type Problem, statusOf } from '@antrean/protocol';
import type { Clock } from './clock.ts';
import type { Answered, Failure } from './commands.ts';

/** The part of `fetch` that is used, so that pages, Node and tests can each bring theirs. */
export type Fetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** One request as it is sent at every attempt: whatever makes it take effect once is in `headers`. */
type Request = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** How long one attempt may wait for its answer, milliseconds. */
  readonly answerMs: number;
};

export type HttpOptions = {
  readonly url: string;
  /** How long all attempts together may take, milliseconds. */
  readonly giveUpMs: number;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly random: () => number;
};

export type Http = {
  /** The answer's body is trusted by its type: the server has checked it against the same schema. */
  call<T>(request: Request): Promise<Answered<T>>;
  close(): void;
};

const pauseMs = { first: 100, longest: 1_000 };
const linkDown: Failure = { code: 'link.down' };

type Attempt<T> = { readonly answered: Answered<T>; readonly mayComeRight: boolean };
const noAnswer: Attempt<never> = { answered: { ok: false, error: linkDown }, mayComeRight: true };

/** Requests that are repeated until the server has answered or the time is over; never throws. */
export function openHttp({ url, giveUpMs, clock, fetch, random }: HttpOptions): Http {
  const underWay = new Set<() => void>();
  let isClosed = false;

  async function call<T>(request: Request): Promise<Answered<T>> {
    const giveUpAt = clock.now() + giveUpMs;
    for (let attempt = 0; !isClosed; attempt += 1) {
      const { answered, mayComeRight } = await attemptOnce<T>(
        request,
        Math.max(1, Math.min(request.answerMs, giveUpAt - clock.now())),
      );
      const pause = Math.min(pauseMs.longest, pauseMs.first * 2 ** attempt) * (0.5 + random() / 2);
      if (!mayComeRight || isClosed || clock.now() + pause >= giveUpAt) return answered;
      await sleep(pause);
    }
    return { ok: false, error: linkDown };
  }

  async function attemptOnce<T>(request: Request, ms: number): Promise<Attempt<T>> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    const cancel = clock.after(ms, abort);
    underWay.add(abort);
    try {
      const hasBody = request.body !== undefined;
      const response = await fetch(`${url}/api/v1${request.path}`, {
        method: request.method,
        headers: { ...request.headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
        ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
        signal: stop.signal,
      });
      return readAnswer<T>(response.status, await response.text());
    } catch {
      // No connection, a broken one, or no answer in time: nobody knows whether the command took effect.
      return noAnswer;
    } finally {
      cancel();
      underWay.delete(abort);
    }
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        cancel();
        underWay.delete(wake);
        resolve();
      };
      const cancel = clock.after(ms, wake);
      underWay.add(wake);
    });
  }

  return {
    call,
    close() {
      isClosed = true;
      for (const end of [...underWay]) end();
    },
  };
}

// What comes from somebody else than our server, a hotel's login page or a proxy whose server is away, is no answer.
function readAnswer<T>(status: number, text: string): Attempt<T> {
  const body = parsed(text);
  if (body === undefined) return noAnswer;
  if (status >= 200 && status < 300) return { answered: { ok: true, value: body as T }, mayComeRight: false };
  if (!isProblem(body) || body.code === 'store.unavailable') return noAnswer;
  const { code, field, values } = body;
  const failure = { ...(field === undefined ? {} : { field }), ...(values === undefined ? {} : { values }) };
  // A newer server may know codes that this build does not.
  if (!isKnown(code))
    return { answered: { ok: false, error: { code: 'server.failed', ...failure } }, mayComeRight: false };
  return { answered: { ok: false, error: { code, ...failure } }, mayComeRight: isRetryable(code) };
}

function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(statusOf, code);
}
