import { mkdtempSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StandInTray, StandInWindow, standInShell } from './stand-in.ts';
import { panelAt } from './stand-in-panels.ts';

// Stands in for the module `electron` itself when it is preloaded with `node --import`, so that the very file which Electron gets can be run.
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: import.meta.url, format: 'module-typescript', shortCircuit: true }
      : next(name, context),
});

const folder = mkdtempSync(path.join(tmpdir(), 'antrean-electron-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// The file that Electron gets lies in `apps/X/out/main`.
const of = path.basename(path.resolve(process.argv[1] ?? '', '../../..'));
const { shell } = standInShell({ folder, app: of === 'counter' || of === 'display' ? of : 'kiosk' });
export const { app, menu: Menu, power: powerSaveBlocker, vault: safeStorage, dialog } = shell;
export const globalShortcut = shell.shortcuts;
export const screen = Object.assign(shell.panels, {
  getAllDisplays: () => shell.workAreas().map((workArea, at) => ({ ...panelAt(at + 1, workArea.x), workArea })),
});
export const Tray = StandInTray;

app.exit = (code = 0) => process.exit(code);
process.on('SIGTERM', () => app.quit());

export class BrowserWindow extends StandInWindow {
  constructor(options: ConstructorParameters<typeof StandInWindow>[0]) {
    super(options, async (url) => console.log(`shows ${url}`));
  }
}

export class Notification {
  readonly #body: string;
  constructor({ body }: { readonly body: string }) {
    this.#body = body;
  }
  show(): void {
    console.log(`notifies ${this.#body}`);
  }
}
