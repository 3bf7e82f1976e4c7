import type { StationApp, StationShell, StationWindow } from '@antrean/station/electron';
import type {
  App,
  BrowserWindow,
  Dialog,
  GlobalShortcut,
  Menu,
  MenuItemConstructorOptions,
  Rectangle,
  Tray,
} from 'electron';

/** The slice of Electron that a counter uses. */
export type CounterShell = Omit<StationShell<CounterWindow>, 'app' | 'menu'> & {
  readonly app: CounterApp;
  readonly menu: { setApplicationMenu(menu: Menu | null): void; buildFromTemplate(template: MenuTemplate): Menu };
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly shortcuts: Pick<GlobalShortcut, 'register'>;
  newTray(picture: string): CounterTray;
  /** The parts of every display that no task bar covers; known once the program is ready. */
  workAreas(): readonly Rectangle[];
  notify(title: string, text: string): void;
};

export type MenuTemplate = MenuItemConstructorOptions[];

type CounterApp = StationApp &
  Pick<App, 'getLoginItemSettings' | 'quit' | 'setAppUserModelId' | 'setLoginItemSettings'>;

export type CounterTray = Pick<Tray, 'setContextMenu' | 'setToolTip'> & {
  on(event: 'click', listener: () => void): unknown;
};

export type CounterWindow = Omit<StationWindow, 'on'> &
  Pick<BrowserWindow, 'focus' | 'getNormalBounds' | 'hide' | 'isMaximized' | 'isMinimized' | 'maximize' | 'restore'> & {
    on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
    on(event: 'ready-to-show' | 'session-end' | 'query-session-end', listener: () => void): unknown;
  };
