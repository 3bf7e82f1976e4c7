import path from 'node:path';
import { systemClock } from '@antrean/client';
import { readFlags, usage } from '../kiosk-flags.ts';
import { type OpenKiosk, openKiosk } from '../open-kiosk.ts';
import { openWindow } from './open-window.ts';
import type { Shell } from './shell.ts';
import { tokenStore } from './token-store.ts';

const closeMs = 5_000;

/** The kiosk of a PC in Electron: the station inside this process, and one window on the page that it serves on loopback. */
export async function startKiosk(shell: Shell, argv: readonly string[], log: (line: string) => void): Promise<void> {
  const { app } = shell;
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    log('this kiosk is running already');
    return app.exit(0);
  }
  // Its roles would bring back what a kiosk must not have: zoom, reload, developer tools, quit.
  shell.menu.setApplicationMenu(null);
  await app.whenReady();

  const folder = app.getPath('userData');
  const tokens = tokenStore(shell.vault, folder, process.platform);
  const kept = await tokens.read();
  const flags = readFlags(ownFlags(argv), {
    ANTREAN_SCREEN: path.join(app.getAppPath(), 'out', 'screen'),
    ANTREAN_DATA: path.join(folder, 'kiosk'),
    ...(kept === null ? {} : { ANTREAN_TOKEN: kept }),
    ...process.env,
  });
  if (!flags.ok) {
    log(`${flags.why}\n\n${usage}`);
    return app.exit(2);
  }
  const { token } = flags.settings;
  if (token !== kept) log((await tokens.keep(token)) ? sealed : unsealed);

  const kiosk = await openKiosk(flags.settings, log);
  const end = ending(shell, kiosk, log);
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  openWindow(shell, { url: kiosk.url, clock: systemClock, giveUp: end, log });
  log(`kiosk listening on ${kiosk.url}`);
}

const sealed = 'The token is now sealed with the key of this user: start without it from now on, and delete its file.';
const unsealed =
  'This desktop has no keyring to seal the token with: keep it in a file that only this user can read, and start with --token-file.';

// Chromium reads the command line too, and on Windows it refuses whatever follows an address; both stop at the two dashes.
function ownFlags(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--');
  return dashes < 0 ? [] : argv.slice(dashes + 1);
}

/** Lets the printer end its slip and the journal close, but not for ever: after a crash somebody stands before a dead screen. */
function ending(shell: Shell, kiosk: OpenKiosk, log: (line: string) => void): (code: number) => void {
  let isEnding = false;
  return (code) => {
    if (isEnding) return;
    isEnding = true;
    systemClock.after(closeMs, () => shell.app.exit(code));
    kiosk.close().then(
      () => shell.app.exit(code),
      (error) => {
        log(String(error));
        shell.app.exit(code === 0 ? 1 : code);
      },
    );
  };
}
