import path from 'node:path';
import type { DeskLine } from '@antrean/station';
import { counterWordsIn } from '@antrean/ui/counter-words';
import type { CounterShell, MenuTemplate } from './shell.ts';
import type { StartsWithPc } from './starts-with-pc.ts';

export type TrayParts = {
  readonly desk: DeskLine;
  readonly shortcut: Shortcut;
  readonly startsWithPc: StartsWithPc | null;
  readonly onShow: () => void;
  readonly onNext: () => void;
};

/** The keys that call from any program: none, ours, or taken by another program before us. */
export type Shortcut = { readonly state: 'none' } | { readonly state: 'ours' | 'taken'; readonly keys: string };

/** The counter in the system's tray, always as the desk on the page stands and in its language. */
export function openTray(shell: CounterShell, parts: TrayParts): void {
  const tray = shell.newTray(path.join(import.meta.dirname, 'tray.png'));
  const draw = () => {
    const desk = parts.desk.current();
    const words = counterWordsIn(desk?.language ?? 'id').counter.tray;
    tray.setToolTip(desk?.present ? words.present(desk.present) : words.title);
    tray.setContextMenu(shell.menu.buildFromTemplate(templateOf(shell, parts, draw)));
  };
  tray.on('click', parts.onShow);
  parts.desk.subscribe(draw);
  draw();
}

function templateOf(shell: CounterShell, parts: TrayParts, draw: () => void): MenuTemplate {
  const { desk, shortcut, startsWithPc } = parts;
  const words = counterWordsIn(desk.current()?.language ?? 'id').counter.tray;
  const next = {
    label: words.next,
    enabled: desk.current()?.mayCall ?? false,
    click: parts.onNext,
    // Shown only: it is registered with the whole system, and the menu must not take it a second time.
    ...(shortcut.state === 'ours' ? { accelerator: shortcut.keys, registerAccelerator: false } : {}),
  };
  return [
    { label: words.show, click: parts.onShow },
    next,
    ...(shortcut.state === 'taken' ? [{ label: words.taken(shortcut.keys), enabled: false }] : []),
    { type: 'separator' },
    ...(startsWithPc ? [checkbox(words.startsWithPc, startsWithPc, draw)] : []),
    { label: words.quit, click: () => shell.app.quit() },
  ];
}

function checkbox(label: string, { current, set }: StartsWithPc, draw: () => void): MenuTemplate[number] {
  const click = () => {
    set(!current());
    draw();
  };
  return { label, type: 'checkbox', checked: current(), click };
}
