import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CounterShell, CounterTray, CounterWindow, MenuTemplate } from '../../apps/counter/main/shell.ts';
import type { DisplayShell, DisplayWindow } from '../../apps/display/main/shell.ts';
import type { KioskShell } from '../../apps/kiosk/main/shell.ts';
import type { StationContents, StationWindow } from '../../packages/station/src/electron/station-shell.ts';
import type { Vault } from '../../packages/station/src/electron/token-store.ts';
import { StandInPanels } from './stand-in-panels.ts';

type WindowOptions = Parameters<KioskShell['newWindow']>[0];
type Session = StationContents['session'];
type Opener = Parameters<StationContents['setWindowOpenHandler']>[0];
type Area = ReturnType<CounterShell['workAreas']>[number];
type StandInMenu = ReturnType<CounterShell['menu']['buildFromTemplate']>;

/** An event that its listener may refuse, as Electron hands it out. */
export function refusable<T extends object>(also: T) {
  return {
    ...also,
    isRefused: false,
    preventDefault() {
      this.isRefused = true;
    },
  };
}

class StandInSession extends EventEmitter implements Session {
  isGranted = true;
  mayAlready = () => true;

  // Who asks for what plays no part: a station grants nothing to anybody, so the handlers get no more than their answer's place.
  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    const answer = (isGranted: boolean) => {
      this.isGranted = isGranted;
    };
    handler?.(undefined as never, 'geolocation', answer, undefined as never);
  }

  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    if (handler) this.mayAlready = () => handler(null, 'geolocation', '', undefined as never);
  }
}

class StandInContents extends EventEmitter implements StationContents {
  readonly session = new StandInSession();
  killed = 0;
  /** Whether a page may open this address in a window of its own. */
  mayOpen = (_url: string) => true;

  setWindowOpenHandler(handler: Opener): void {
    this.mayOpen = (url) => handler({ url } as Parameters<Opener>[0]).action === 'allow';
  }

  forcefullyCrashRenderer(): void {
    this.killed += 1;
    this.crash('killed');
  }

  crash(reason = 'crashed'): void {
    this.emit('render-process-gone', refusable({}), { reason, exitCode: 1 });
  }
}

/** A window that notes what was asked of it; `goTo` is what shows a page, if anything does. */
export class StandInWindow extends EventEmitter implements StationWindow, CounterWindow, DisplayWindow {
  readonly webContents = new StandInContents();
  readonly loaded: string[] = [];
  isShown = false;
  isFocused = false;
  isSmall = false;
  isWhole = false;
  isKiosk = false;
  bounds: Area | null = null;
  readonly options: WindowOptions;
  readonly goTo: (url: string) => Promise<unknown>;

  constructor(options: WindowOptions, goTo: (url: string) => Promise<unknown> = async () => {}) {
    super();
    this.options = options;
    this.goTo = goTo;
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    await this.goTo(url);
  }

  show(): void {
    this.isShown = true;
  }
  /** Shown, and the keyboard stays with whoever has it. */
  showInactive(): void {
    this.isShown = true;
  }
  setKiosk(isKiosk: boolean): void {
    this.isKiosk = isKiosk;
  }
  setBounds(bounds: Partial<Area>): void {
    // Full screen holds a window where it is.
    if (!this.isKiosk) this.bounds = { ...this.getNormalBounds(), ...bounds };
  }
  getBounds(): Area {
    return this.bounds ?? this.getNormalBounds();
  }
  hide(): void {
    this.isShown = false;
    this.isFocused = false;
  }
  focus(): void {
    this.isFocused = true;
  }
  restore(): void {
    this.isSmall = false;
  }
  maximize(): void {
    this.isWhole = true;
  }
  isMinimized(): boolean {
    return this.isSmall;
  }
  isMaximized(): boolean {
    return this.isWhole;
  }
  /** As Electron would place it: in the middle of a display of 1920 × 1080 when it is not told where. */
  getNormalBounds(): Area {
    const { width = 800, height = 600 } = this.options;
    const { x = (1920 - width) / 2, y = (1080 - height) / 2 } = this.options;
    return { x, y, width, height };
  }
}

/** The tray's picture, and its menu as it was drawn last. */
export class StandInTray extends EventEmitter implements CounterTray {
  template: MenuTemplate = [];
  tip = '';

  setToolTip(tip: string): void {
    this.tip = tip;
  }
  setContextMenu(menu: StandInMenu | null): void {
    this.template = menu === null ? [] : templateOf(menu);
  }
  entry(label: string): MenuTemplate[number] | undefined {
    return this.template.find((one) => one.label === label);
  }
  /** Chooses an entry as a mouse would: one that is grey does nothing. */
  choose(label: string): void {
    const entry = this.entry(label);
    // What Electron hands to a click plays no part here.
    if (entry && entry.enabled !== false) entry.click?.(undefined as never, undefined, undefined as never);
  }
}

/** Menus stay the templates that they were made of; only the stand-ins themselves look into them. */
const menuOf = (template: MenuTemplate) => template as unknown as StandInMenu;
export const templateOf = (menu: StandInMenu) => menu as unknown as MenuTemplate;

class StandInApp extends EventEmitter {
  readonly isPackaged = true;
  readonly exited: number[] = [];
  isSandboxed = false;
  isOnly = true;
  readonly folder: string;
  readonly home: string;
  readonly startsAtLogin: boolean[] = [];
  readonly switches: string[] = [];
  readonly commandLine = { appendSwitch: (...its: string[]) => void this.switches.push(its.join('=')) };

  constructor(folder: string, home: string) {
    super();
    this.folder = folder;
    this.home = home;
  }

  setAppUserModelId(): void {}
  setLoginItemSettings({ openAtLogin = false }: { readonly openAtLogin?: boolean }): void {
    this.startsAtLogin.push(openAtLogin);
  }
  getLoginItemSettings() {
    const openAtLogin = this.startsAtLogin.at(-1) ?? false;
    return { openAtLogin } as ReturnType<CounterShell['app']['getLoginItemSettings']>;
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return this.isOnly;
  }
  async whenReady(): Promise<void> {}
  getAppPath(): string {
    return this.home;
  }
  getPath(): string {
    return this.folder;
  }
  exit(code = 0): void {
    this.exited.push(code);
  }
  /** What Electron does when it is told to end: it asks, closes its windows, and asks once more. */
  quit(): void {
    this.emit('before-quit', refusable({}));
    this.emit('will-quit', refusable({}));
  }
}

/** A keyring with a key of its own, or none at all when the backend is `basic_text`. */
export function standInVault(backend: ReturnType<Vault['getSelectedStorageBackend']>): Vault {
  const key = randomBytes(32);
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => backend,
    async encryptStringAsync(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    async decryptStringAsync(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      const result = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      return { result, shouldReEncrypt: false };
    },
  };
}

export type StandIns = {
  readonly goTo?: (url: string) => Promise<unknown>;
  /** What is the user's own, and outlives the program. */
  readonly folder?: string;
  readonly vault?: Vault;
  /** Whose built screen lies beside the program. */
  readonly app?: 'kiosk' | 'counter' | 'display';
  /** What of each display no task bar covers. */
  readonly areas?: readonly Area[];
  readonly panels?: StandInPanels;
  /** Shortcuts that another program has. */
  readonly takenKeys?: readonly string[];
};

/** Electron as far as the stations use it, without a binary. */
export function standInShell(options: StandIns = {}) {
  const { goTo, folder = tmpdir(), vault = standInVault('kwallet6'), app = 'kiosk' } = options;
  const { areas = [{ x: 0, y: 0, width: 1920, height: 1040 }], takenKeys = [] } = options;
  const windows: StandInWindow[] = [];
  const trays: StandInTray[] = [];
  const menus: unknown[] = [];
  const awake: string[] = [];
  const told: string[] = [];
  const boxes: string[] = [];
  const keys = new Map<string, () => void>();
  const shell = {
    app: new StandInApp(folder, path.resolve(import.meta.dirname, '../../apps', app)),
    menu: { setApplicationMenu: (menu: unknown) => void menus.push(menu), buildFromTemplate: menuOf },
    power: { start: (what: string) => awake.push(what) },
    vault,
    dialog: { showErrorBox: (_title: string, content: string) => void boxes.push(content) },
    shortcuts: {
      register(accelerator: string, press: () => void) {
        if (takenKeys.includes(accelerator)) return false;
        keys.set(accelerator, press);
        return true;
      },
    },
    newWindow(options: WindowOptions) {
      const window = new StandInWindow(options, goTo);
      windows.push(window);
      return window;
    },
    newTray() {
      const tray = new StandInTray();
      trays.push(tray);
      return tray;
    },
    workAreas: () => areas,
    panels: options.panels ?? new StandInPanels(),
    notify: (_title: string, text: string) => void told.push(text),
  } satisfies KioskShell & CounterShell & DisplayShell;
  return { shell, windows, trays, awake, menus, told, boxes, keys };
}
