// First, because pages and parts say where they differ from it.
import './kiosk.css';

import type { Live } from '@antrean/client';
import { type Catalogue, type Hall, kioskView, type Language } from '@antrean/domain';
import { canPrint } from '@antrean/printing/outcome';
import type { StationNow } from '@antrean/station/bridge';
import { kioskWordsIn } from '@antrean/ui';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { isExhausted } from './confirming.ts';
import { keepPath, keptPath } from './kept-path.ts';
import type { Numbers } from './numbers.ts';
import { ConnectingPage } from './pages/connecting-page.tsx';
import { NotEnrolledPage } from './pages/not-enrolled-page.tsx';
import { Page, placeOf } from './pages/page.tsx';
import { BasketBar } from './parts/basket-bar.tsx';
import { IdleQuestion } from './parts/countdown.tsx';
import { Foot } from './parts/foot.tsx';
import { Strips } from './parts/strips.tsx';
import { secondsLeft, startPath, walk as walked } from './path.ts';
import type { Scene, Walk } from './scene.ts';
import { searchServices } from './search.ts';
import { isEnding, isFixed, type Path } from './steps.ts';
import { useFrozen } from './use-frozen.ts';
import { useGone } from './use-gone.ts';
import { useLogos } from './use-logos.ts';
import { useMisses } from './use-misses.ts';
import { useIdleStation, useNumbers } from './use-numbers.ts';
import { useSettled } from './use-settled.ts';
import { useStationNow } from './use-station-now.ts';

// A page loaded while the server is away is shown the station's own copy after this.
const feedMs = 3_000;

export type KioskProps = {
  readonly live: Live;
  readonly catalogue: Catalogue;
  /** Ids of the services chosen most in the last days, best first. */
  readonly mostUsed: readonly string[];
  /** The server's clock; `now` is this machine's, in which waiting for the visitor is counted. Epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  /** Those whose words are here. */
  readonly languages: readonly Language[];
  readonly numbers: Numbers;
  readonly newKey: () => string;
};

/** The whole kiosk from what is given to it; it keeps nothing but the visitor's path. */
export function Kiosk(props: KioskProps) {
  const { live, now, numbers } = props;
  const [path, walk] = useReducer(walked, now, (at) => keptPath() ?? startPath(at));
  const [openedAt] = useState(now);
  const station = useStationNow(numbers);
  const words = kioskWordsIn(path.language);
  useLayoutEffect(() => {
    document.documentElement.lang = path.language;
    document.title = words.kiosk.title;
  }, [path.language, words]);
  useLayoutEffect(() => walk({ kind: 'ticked', at: now }), [now]);
  useLayoutEffect(() => keepPath(path), [path]);
  const hall = hallOf(live, station, now - openedAt > feedMs);
  // A kiosk that was taken off the list gives no numbers, however much it still knows of the mall.
  const isRefused = station?.server === 'refused';
  if (isRefused) return <NotEnrolledPage words={words} />;
  if (!hall) return <ConnectingPage words={words} isHopeless={false} />;
  return <OpenKiosk {...props} hall={hall} station={station} path={path} walk={walk} />;
}

function hallOf({ hall }: Live, station: StationNow | null, isLate: boolean): Hall | null {
  const known = station?.lastHall ?? null;
  // While the server is away the station's copy is the newer one: it knows when a new day has begun.
  return station?.server === 'away' ? (known ?? hall) : (hall ?? (isLate ? known : null));
}

type OpenProps = KioskProps & { hall: Hall; station: StationNow | null; path: Path; walk: Walk };

function OpenKiosk(props: OpenProps) {
  const { hall, catalogue, at, now, path, walk, numbers, station } = props;
  const words = kioskWordsIn(path.language);
  const live = useMemo(() => kioskView(hall, catalogue, at), [hall, catalogue, at]);
  const isAway = station?.server === 'away';
  // From the press on the visitor is counted too, and would find one more person ahead.
  const { view, hasFigures } = useFrozen({ view: live, hasFigures: !isAway }, isFixed(path.step));
  const state = station?.printer.state;
  const logos = useLogos(props.live.link.state === 'live');
  const scene: Scene = {
    hall,
    catalogue,
    view,
    at,
    language: path.language,
    languages: props.languages,
    words,
    logos,
    basket: path.basket,
    hasFigures,
    noPaper: state === undefined || canPrint(state) ? null : state,
    hasPrinter: numbers.paper !== null,
    hasStation: station !== null,
  };
  const search = useMemo(() => searchServices(catalogue), [catalogue]);
  useEffect(() => {
    // The first letter finds the index made and its code warm, and the start page did not wait for either.
    const queries = ['a', 'ak', 'akta', 'akta lahir', 'k', 'p', 's', 'b'];
    const warm = () => {
      const query = queries.shift();
      if (query !== undefined) search(query);
      if (queries.length > 0) idle = requestIdleCallback(warm);
    };
    let idle = requestIdleCallback(warm);
    return () => cancelIdleCallback(idle);
  }, [search]);
  const clock = useRef(now);
  clock.current = now;
  const readClock = () => clock.current;
  useNumbers(path, numbers, walk, readClock);
  useIdleStation(path, station, walk, readClock);
  useMisses(path, search, numbers);
  const place = placeOf(path, scene);
  useGone(path, scene, walk);
  const isSettled = useSettled(place);
  const seconds = secondsLeft(path, now);
  const isAsking = seconds !== null && !isEnding(path.step) && place !== 'shut';
  const touched = () => walk({ kind: 'touched', at: now });
  const { low, large, contrast } = path.comfort;
  return (
    <div
      class={`kiosk${low ? ' kiosk-low' : ''}${large ? ' kiosk-large' : ''}${contrast ? ' kiosk-contrast' : ''}`}
      onPointerDownCapture={touched}
      onKeyDownCapture={touched}
    >
      {low ? (
        <div class="kiosk-above" aria-hidden="true">
          {catalogue.site.name}
        </div>
      ) : null}
      <Strips
        scene={scene}
        link={props.live.link}
        isAway={isAway}
        hasNumbers={!('press' in path.step && isExhausted(path.step.press))}
      />
      <div class={isSettled ? 'kiosk-page' : 'kiosk-page kiosk-settling'} key={place} inert={isAsking}>
        <Page {...props} scene={scene} search={search} place={place} seconds={seconds} />
      </div>
      {isAsking || place === 'shut' ? null : <BasketBar scene={scene} path={path} walk={walk} />}
      <Foot scene={scene} comfort={path.comfort} walk={walk} isInert={isAsking} />
      {isAsking ? <IdleQuestion seconds={seconds} words={words} onStay={touched} /> : null}
    </div>
  );
}
