/** What a station's flags come to. */
export type Flags<S> = { readonly ok: true; readonly settings: S } | { readonly ok: false; readonly why: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** A station that runs: its page is at `url`. */
export type OpenProgram = { readonly url: string; close(): Promise<void> };

export type KeepToken = (token: string) => Promise<void>;

/** A station as it is started, in Electron or without: `S` is what its flags mean, `O` what runs then. */
export type StationProgram<S, O extends OpenProgram> = {
  readonly name: 'kiosk' | 'counter' | 'display';
  readonly usage: string;
  readFlags(args: readonly string[], env: Environment): Flags<S>;
  /** `keep` keeps a token that the device was given on its screen, for the next start. */
  open(settings: S, log: (line: string) => void, keep: KeepToken): Promise<O>;
  /** What whoever looks after this PC can do about a station that does not start; null for a fault that is ours. */
  whyNotOpen(error: unknown, settings: S): string | null;
};

/** The code of a system call or of a library that failed, empty for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Why a station's page could not be served, null when that was not it. */
export function whyNoPage(error: unknown, name: string, port: number): string | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: another ${name} may be running on this PC. Stop it, or give --port another number.`;
    case 'EACCES':
      return `Port ${port} is not for this user: give --port a number above 1023.`;
    default:
      return null;
  }
}
