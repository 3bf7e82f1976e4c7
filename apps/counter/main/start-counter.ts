import { systemClock } from '@antrean/client';
import { startStation } from '@antrean/station/electron';
import { counterWordsIn } from '@antrean/ui/counter-words';
import { counter } from '../counter.ts';
import type { CounterSettings } from '../counter-flags.ts';
import type { OpenCounter } from '../open-counter.ts';
import { openCallNext } from './call-next.ts';
import { type Memory, openMemory } from './kept.ts';
import { bringUp, openWindow } from './open-window.ts';
import type { CounterShell, MenuTemplate } from './shell.ts';
import { startsWithPc } from './starts-with-pc.ts';
import { openTray, type Shortcut } from './tray.ts';

type Frame = {
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly log: (line: string) => void;
};

/** The counter of a PC in Electron: an ordinary window, the tray, and keys that call the next visitor from any program. */
export function startCounter(shell: CounterShell, { argv, platform, log }: Frame): Promise<void> {
  const { app } = shell;
  // Windows shows notifications only of programs that have a name of their own; it is that of the package.
  app.setAppUserModelId('id.antrean.counter');
  const memory = openMemory(app.getPath('userData'), log);
  return startStation(shell, counter, {
    argv,
    log,
    defaults: (folder) => ({ ANTREAN_DATA: folder, ...memory.read().flags }),
    // Whoever double-clicked an icon sees no console.
    fail: (why) => shell.dialog.showErrorBox('Antrean', why),
    show(open, settings, end) {
      memory.change({ flags: flagsOf(settings) });
      return show(shell, { open, settings, end, memory, platform, log });
    },
  });
}

type Shown = Pick<Frame, 'log' | 'platform'> & {
  readonly open: OpenCounter;
  readonly settings: CounterSettings;
  readonly end: (code: number) => void;
  readonly memory: Memory;
};

function show(shell: CounterShell, { open, settings, end, memory, platform, log }: Shown): () => void {
  const { desk, url } = open;
  const words = () => counterWordsIn(desk.current()?.language ?? 'id').counter.tray;
  let wasToldHidden = false;
  const onHidden = () => {
    if (!wasToldHidden) shell.notify(words().title, words().hidden);
    wasToldHidden = true;
  };
  const giveUp = (code: number) => {
    shell.dialog.showErrorBox('Antrean', words().crashed);
    end(code);
  };
  shell.menu.setApplicationMenu(zoomMenu(shell));
  const window = openWindow(shell, { url, clock: systemClock, giveUp, log, memory, onHidden });
  const onShow = () => bringUp(window);
  const callNext = openCallNext({
    desk,
    clock: systemClock,
    onCalled: (number) => shell.notify(words().title, words().present(number)),
    onNot: onShow,
  });
  const shortcut = register(shell, settings.shortcut, () => void callNext());
  if (shortcut.state === 'taken') {
    log(`the shortcut ${shortcut.keys} belongs to another program; give --shortcut other keys`);
    shell.notify(words().title, words().taken(shortcut.keys));
  }
  openTray(shell, {
    desk,
    shortcut,
    startsWithPc: startsWithPc(shell, memory, platform),
    onShow,
    onNext: () => void callNext(),
  });
  return onShow;
}

// Whoever needs larger text gets it; nothing else of a browser's menu is of use at a counter.
function zoomMenu({ menu }: CounterShell): ReturnType<CounterShell['menu']['buildFromTemplate']> {
  const { view, zoomIn, zoomOut, zoomReset } = counterWordsIn('id').counter.tray;
  const submenu: MenuTemplate = [
    { role: 'zoomIn', label: zoomIn },
    { role: 'zoomOut', label: zoomOut },
    { role: 'resetZoom', label: zoomReset },
  ];
  return menu.buildFromTemplate([{ label: view, submenu }]);
}

function register({ shortcuts }: CounterShell, keys: string | null, press: () => void): Shortcut {
  if (keys === null) return { state: 'none' };
  return { state: shortcuts.register(keys, press) ? 'ours' : 'taken', keys };
}

function flagsOf({ serverUrl, port, shortcut }: CounterSettings): Readonly<Record<string, string>> {
  return { ANTREAN_SERVER: serverUrl, ANTREAN_PORT: String(port), ANTREAN_SHORTCUT: shortcut ?? 'off' };
}
