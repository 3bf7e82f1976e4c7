import type { HallShell, StationApp, StationShell, StationWindow } from '@antrean/station/electron';
import type { BrowserWindow, CommandLine, Display } from 'electron';

/** The slice of Electron that a display uses. */
export type DisplayShell = Omit<StationShell<DisplayWindow>, 'app'> &
  Pick<HallShell, 'power'> & {
    readonly app: StationApp & { readonly commandLine: Pick<CommandLine, 'appendSwitch'> };
    readonly panels: Panels;
  };

/** A TV or monitor of this PC. Its id stays the same when it is unplugged and comes back. */
export type Panel = Pick<Display, 'bounds' | 'id' | 'label'>;

/** Electron's `screen`; it may be asked once the program is ready. */
export type Panels = {
  getAllDisplays(): readonly Panel[];
  getPrimaryDisplay(): Panel;
  on(event: 'display-added' | 'display-removed' | 'display-metrics-changed', listener: () => void): unknown;
};

export type DisplayWindow = StationWindow &
  Pick<BrowserWindow, 'getBounds' | 'hide' | 'setBounds' | 'setKiosk' | 'showInactive'>;
