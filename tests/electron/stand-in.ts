import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KioskShell } from '../../apps/kiosk/main/shell.ts';
import type { StationContents, StationWindow } from '../../packages/station/src/electron/station-shell.ts';
import type { Vault } from '../../packages/station/src/electron/token-store.ts';

type WindowOptions = Parameters<KioskShell['newWindow']>[0];
type Session = StationContents['session'];
type Opener = Parameters<StationContents['setWindowOpenHandler']>[0];

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

  // Who asks for what plays no part: a kiosk grants nothing to anybody, so the handlers get no more than their answer's place.
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
export class StandInWindow extends EventEmitter implements StationWindow {
  readonly webContents = new StandInContents();
  readonly loaded: string[] = [];
  isShown = false;
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
}

class StandInApp extends EventEmitter {
  readonly isPackaged = true;
  readonly exited: number[] = [];
  isSandboxed = false;
  isOnly = true;
  readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = folder;
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return this.isOnly;
  }
  async whenReady(): Promise<void> {}
  getAppPath(): string {
    return path.resolve(import.meta.dirname, '../../apps/kiosk');
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
};

/** Electron as far as a kiosk uses it, without a binary. */
export function standInShell({ goTo, folder = tmpdir(), vault = standInVault('kwallet6') }: StandIns = {}) {
  const windows: StandInWindow[] = [];
  const menus: unknown[] = [];
  const awake: string[] = [];
  const shell = {
    app: new StandInApp(folder),
    menu: { setApplicationMenu: (menu: unknown) => void menus.push(menu) },
    power: { start: (what: string) => awake.push(what) },
    vault,
    newWindow(options: WindowOptions) {
      const window = new StandInWindow(options, goTo);
      windows.push(window);
      return window;
    },
  } satisfies KioskShell;
  return { shell, windows, awake, menus };
}
