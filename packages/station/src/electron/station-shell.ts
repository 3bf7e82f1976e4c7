import type {
  App,
  BrowserWindowConstructorOptions,
  Menu,
  RenderProcessGoneDetails,
  Session,
  WebContents,
} from 'electron';
import type { Vault } from './token-store.ts';

/**
 * The slice of Electron that every station uses; each adds its own. An app's `main.ts` alone passes the real objects in, so
 * everything else runs without a binary, and the compiler says when Electron drifts away from this.
 */
export type StationShell<W extends StationWindow = StationWindow> = {
  readonly app: StationApp;
  readonly menu: Pick<typeof Menu, 'setApplicationMenu'>;
  readonly vault: Vault;
  newWindow(options: BrowserWindowConstructorOptions): W;
};

export type StationApp = Pick<
  App,
  'enableSandbox' | 'exit' | 'getAppPath' | 'getPath' | 'isPackaged' | 'requestSingleInstanceLock' | 'whenReady'
> & {
  on(event: 'before-quit' | 'will-quit' | 'second-instance', listener: (event: Refusable) => void): unknown;
};

// Electron's own `on` is a hundred overloads that return the whole object; a stand-in could never be one of those.
export type StationWindow = {
  readonly webContents: StationContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  on(event: 'close', listener: (event: Refusable) => void): unknown;
  on(event: 'ready-to-show', listener: () => void): unknown;
};

export type StationContents = Pick<WebContents, 'forcefullyCrashRenderer' | 'setWindowOpenHandler'> & {
  readonly session: Pick<Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'> & {
    on(event: 'will-download', listener: (event: Refusable) => void): unknown;
  };
  on(event: 'will-navigate', listener: (going: Going) => void): unknown;
  on(event: 'will-redirect', listener: (going: Going) => void): unknown;
  on(event: 'will-frame-navigate', listener: (going: Going) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Refusable) => void): unknown;
  on(event: 'context-menu', listener: (event: Refusable) => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  on(event: 'responsive', listener: () => void): unknown;
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(event: 'did-fail-load', listener: FailedLoad): unknown;
  on(event: 'render-process-gone', listener: (event: Refusable, details: RenderProcessGoneDetails) => void): unknown;
};

export type Refusable = { preventDefault(): void };
export type Going = Refusable & { readonly url: string };
type FailedLoad = (event: Refusable, code: number, why: string, url: string, isMainFrame: boolean) => void;
