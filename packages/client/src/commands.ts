import type { Result } from '@antrean/domain';
import type { CommandAnswer, CommandBody, CommandName, CommandParams, ErrorCode } from '@antrean/protocol';

/** Why a command came to nothing: the server's code, or `link.down` when no answer came within the deadline and its retries. */
export type Failure = {
  readonly code: ErrorCode | 'link.down';
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number | null>>;
};

export type Answered<T> = Result<T, Failure>;
export type Given<N extends CommandName> = Answered<CommandAnswer<N>>;

/** Commands over HTTP. A press makes one `key`; every attempt of that press carries it, so that it takes effect once. */
export type Commands = {
  give<N extends CommandName>(name: N, params: CommandParams<N>, body: CommandBody<N>, key?: string): Promise<Given<N>>;
};
