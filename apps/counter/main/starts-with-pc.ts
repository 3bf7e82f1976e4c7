import type { Memory } from './kept.ts';
import type { CounterShell } from './shell.ts';

export type StartsWithPc = { current(): boolean; set(on: boolean): void };

/**
 * Whether the PC starts this program when its user signs in: yes, until somebody switches it off. Null where the system has no such
 * list of its own (Linux; `docs/counter.md` says what to do there).
 */
export function startsWithPc(
  { app }: Pick<CounterShell, 'app'>,
  memory: Memory,
  platform: NodeJS.Platform,
): StartsWithPc | null {
  if (platform !== 'win32' && platform !== 'darwin') return null;
  // An unpackaged Electron has to be told which program it is; paths of Windows have blanks.
  const item = app.isPackaged ? {} : { path: process.execPath, args: [`"${app.getAppPath()}"`] };
  const set = (on: boolean) => {
    app.setLoginItemSettings({ ...item, openAtLogin: on });
    memory.change({ startsWithPc: on });
  };
  if (memory.read().startsWithPc === null) set(true);
  return { current: () => app.getLoginItemSettings(item).openAtLogin, set };
}
