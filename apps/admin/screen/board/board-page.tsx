import type { Station } from '@antrean/client';
import type { Catalogue } from '@antrean/domain';
import type { ScreenLanguage } from '@antrean/ui';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Asked } from './acts/asked.ts';
import { AskedDialog } from './acts/asked-dialog.tsx';
import { DoneMessage } from './acts/done-message.tsx';
import { usePress } from './acts/press.ts';
import { needsOf } from './attention.ts';
import { AttentionList } from './attention-list.tsx';
import { BoardHead } from './board-head.tsx';
import './board-page.css';
import { HallTab } from './hall/hall-tab.tsx';
import { LostLine } from './lost-line.tsx';
import { MallPanel } from './mall-panel.tsx';
import { OdditiesTab } from './oddities-tab.tsx';
import type { Scene } from './scene.ts';
import { StationTable } from './station-table.tsx';
import { stationRows } from './stations.ts';
import { type Tab, Tabs } from './tabs.tsx';
import type { Locale } from './telling.ts';
import { useAsked } from './use-asked.ts';
import { useOfficers } from './use-officers.ts';
import type { Moment } from './watch-board.ts';

type BoardPageProps = {
  readonly station: Station;
  readonly catalogue: Catalogue;
  readonly moment: Moment;
  readonly officer: string;
  readonly locale: Locale;
  readonly onLanguage: (language: ScreenLanguage) => void;
  /** The server does not know the session any more. */
  readonly onEnded: () => void;
  readonly onSignOut: () => void;
};

const stationsEveryMs = 5_000;
/** The whole mall: what needs somebody first, then every queue, counter and station, and what a supervisor can do about them. */
export function BoardPage(props: BoardPageProps) {
  const { station, catalogue, moment, locale, onEnded } = props;
  const { at } = moment;
  const officers = useOfficers(station, onEnded);
  const scene: Scene = useMemo(
    () => ({ ...moment, catalogue, locale, officers }),
    [moment, catalogue, locale, officers],
  );
  const answer = useAsked(station.stations, stationsEveryMs, onEnded);
  const stations = useMemo(() => stationRows(answer?.stations ?? [], at), [answer, at]);
  const troubles = stations.filter(({ state }) => state === 'silent' || state === 'trouble').length;
  const needs = useMemo(
    () => needsOf(scene, stations, answer?.silentZones ?? [], answer?.troubles ?? []),
    [scene, stations, answer],
  );
  const [tab, setTab] = useState<Tab>('hall');
  const [asked, setAsked] = useState<Asked | null>(null);

  const now = useRef(scene);
  now.current = scene;
  const press = usePress(
    station,
    useCallback(() => now.current, []),
    onEnded,
  );
  const { forgetFailure } = press;
  const ask = useCallback(
    (next: Asked | null) => {
      forgetFailure();
      setAsked(next);
    },
    [forgetFailure],
  );
  const close = useCallback(() => ask(null), [ask]);
  const showStations = useCallback(() => setTab('stations'), []);
  return (
    <div class="board">
      <BoardHead
        {...{ station, scene }}
        officer={props.officer}
        onLanguage={props.onLanguage}
        onSignOut={props.onSignOut}
      />
      <LostLine {...{ station, locale }} />
      <main class="board-main">
        <div class="board-top">
          <AttentionList needs={needs} words={locale.words} onAsk={ask} onStations={showStations} />
          <MallPanel scene={scene} onAsk={ask} />
        </div>
        <Tabs tab={tab} words={locale.words} troubles={troubles} onTab={setTab}>
          {tab === 'hall' && <HallTab scene={scene} onAsk={ask} />}
          {tab === 'stations' && <StationTable rows={stations} scene={scene} />}
          {tab === 'oddities' && <OdditiesTab {...{ station, scene, onEnded }} />}
        </Tabs>
      </main>
      {asked && (
        <AskedDialog
          key={JSON.stringify(asked)}
          asked={asked}
          {...{ station, scene, press }}
          onAsk={ask}
          onClose={close}
        />
      )}
      {!asked && <DoneMessage scene={scene} press={press} />}
    </div>
  );
}
