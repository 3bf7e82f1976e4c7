import type { BoardWords } from '@antrean/ui';
import type { ComponentChildren } from 'preact';

export type Tab = 'hall' | 'stations' | 'oddities';

const tabs: readonly Tab[] = ['hall', 'stations', 'oddities'];

type TabsProps = {
  readonly tab: Tab;
  readonly words: BoardWords;
  /** Stations in trouble. */
  readonly troubles: number;
  readonly onTab: (tab: Tab) => void;
  readonly children: ComponentChildren;
};

/** The parts of the board. Arrow keys walk between them, as the pattern for tabs asks. */
export function Tabs({ tab, words, troubles, onTab, children }: TabsProps) {
  const said = words.board;
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={said.tabsLabel} class="tabs-list" onKeyDown={walk}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls="tab-panel"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => onTab(one)}
          >
            {said.tabs[one]}
            {one === 'stations' && troubles > 0 && <span class="needs-count number">{troubles}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} class="tabs-panel">
        {children}
      </div>
    </div>
  );
}
