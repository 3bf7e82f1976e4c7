import path from 'node:path';
import { systemClock } from '@antrean/client';
import type { KeepToken, OpenProgram, StationProgram } from '../station-program.ts';
import { tokenFile } from '../token-file.ts';
import { tellIfUntrusted, trustOnly } from '../trust.ts';
import type { StationShell } from './station-shell.ts';
import { tokenStore } from './token-store.ts';

/** What differs between the stations once they run in Electron. */
export type StationFrame<S, O> = {
  readonly argv: readonly string[];
  readonly log: (line: string) => void;
  /** What stands in for flags that were not given, as their twins of the environment; `folder` is that of the desktop's user. */
  defaults(folder: string): Readonly<Record<string, string>>;
  /** Says to whoever stands there, if anybody does, why nothing starts. */
  fail(why: string): void;
  /** Opens the window; what it gives back is done when the program is started a second time. `end` ends the program. */
  show(open: O, settings: S, end: (code: number) => void): () => void;
};

const closeMs = 5_000;

/** A station in Electron: its server inside this process, one window on the page that it serves on loopback, one of it on a desktop. */
export async function startStation<
  S extends {
    readonly token: string | null;
    readonly data: string;
    readonly ca: string | null;
    readonly serverUrl: string;
  },
  O extends OpenProgram,
>(
  { app, menu, vault }: Pick<StationShell, 'app' | 'menu' | 'vault'>,
  program: StationProgram<S, O>,
  frame: StationFrame<S, O>,
): Promise<void> {
  const { log } = frame;
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    log(`this ${program.name} is running already`);
    return app.exit(0);
  }
  // Its roles would bring back what a station must not have: reload, developer tools, and in a hall zoom and quit.
  menu.setApplicationMenu(null);
  let again = () => {};
  app.on('second-instance', () => again());
  await app.whenReady();

  const folder = app.getPath('userData');
  const tokens = tokenStore(vault, folder, process.platform);
  const kept = await tokens.read();
  const flags = program.readFlags(ownFlags(frame.argv), {
    ANTREAN_SCREEN: path.join(app.getAppPath(), 'out', 'screen'),
    ...frame.defaults(folder),
    ...(kept === null ? {} : { ANTREAN_TOKEN: kept }),
    ...process.env,
  });
  if (!flags.ok) {
    log(`${flags.why}\n\n${program.usage}`);
    frame.fail(flags.why);
    return app.exit(2);
  }
  trustOnly(flags.settings.ca);
  const file = tokenFile(flags.settings.data);
  const given = flags.settings.token;
  const settings = { ...flags.settings, token: given ?? file.read() };
  if (given !== null && given !== kept) log((await tokens.keep(given)) ? sealed : unsealed);
  const keep = async (token: string) => {
    // Without a keyring the desktop's user is all that guards it.
    if (!(await tokens.keep(token))) file.keep(token);
  };

  const opened = await openOrWhy(program, settings, log, keep);
  if (!opened.ok) {
    log(opened.why);
    frame.fail(opened.why);
    return app.exit(1);
  }
  const end = ending(app, opened.open, log);
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  again = frame.show(opened.open, settings, end);
  log(`${program.name} listening on ${opened.open.url}`);
  void tellIfUntrusted(settings.serverUrl, log);
}

async function openOrWhy<S, O extends OpenProgram>(
  program: StationProgram<S, O>,
  settings: S,
  log: (l: string) => void,
  keep: KeepToken,
) {
  try {
    return { ok: true, open: await program.open(settings, log, keep) } as const;
  } catch (error) {
    const why = program.whyNotOpen(error, settings);
    if (why === null) throw error;
    return { ok: false, why } as const;
  }
}

const sealed = 'The token is now sealed with the key of this user: start without it from now on, and delete its file.';
const unsealed =
  'This desktop has no keyring to seal the token with: keep it in a file that only this user can read, and start with --token-file.';

// Chromium reads the command line too, and on Windows it refuses whatever follows an address; both stop at the two dashes.
function ownFlags(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--');
  return dashes < 0 ? [] : argv.slice(dashes + 1);
}

/** Lets a printer end its slip and a journal close, but not for ever: after a crash somebody stands before a dead screen. */
function ending(app: StationShell['app'], open: OpenProgram, log: (line: string) => void): (code: number) => void {
  let isEnding = false;
  return (code) => {
    if (isEnding) return;
    isEnding = true;
    systemClock.after(closeMs, () => app.exit(code));
    open.close().then(
      () => app.exit(code),
      (error) => {
        log(String(error));
        app.exit(code === 0 ? 1 : code);
      },
    );
  };
}
