import { EventEmitter } from 'node:events';
import type { Panel, Panels } from '../../apps/display/main/shell.ts';

/** The monitors of a PC: plugged and unplugged by hand, the first one is the desktop's. */
export class StandInPanels extends EventEmitter implements Panels {
  #all: readonly Panel[];

  constructor(all: readonly Panel[] = [panelAt(1, 0)]) {
    super();
    this.#all = all;
  }

  getAllDisplays(): readonly Panel[] {
    return this.#all;
  }
  getPrimaryDisplay(): Panel {
    // Electron gives one back even where nothing is plugged in.
    return this.#all[0] ?? panelAt(0, 0);
  }
  plug(panel: Panel): void {
    this.#all = [...this.#all, panel];
    this.emit('display-added', {}, panel);
  }
  unplug(id: number): void {
    const gone = this.#all.find((panel) => panel.id === id);
    this.#all = this.#all.filter((panel) => panel !== gone);
    this.emit('display-removed', {}, gone);
  }
  change(id: number, bounds: Partial<Panel['bounds']>): void {
    this.#all = this.#all.map((panel) =>
      panel.id === id ? { ...panel, bounds: { ...panel.bounds, ...bounds } } : panel,
    );
    this.emit('display-metrics-changed', {}, this.#all[0], ['bounds']);
  }
}

/** A panel of 1920 × 1080, `x` pixels right of the desktop's corner. */
export function panelAt(id: number, x: number, label = `HDMI-${id}`): Panel {
  return { id, label, bounds: { x, y: 0, width: 1920, height: 1080 } };
}
