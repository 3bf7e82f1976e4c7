// First, because pages and parts say where they differ from it.
import './kiosk.css';

import type { Live } from '@antrean/client';
import { type Catalogue, type Hall, kioskView } from '@antrean/domain';
import { clockText, dateText, Freshness, wordsIn } from '@antrean/ui';
import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { mostUsed } from './most-used.ts';
import { AgencyPage } from './pages/agency-page.tsx';
import { ConnectingPage } from './pages/connecting-page.tsx';
import { DonePage } from './pages/done-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { ServicePage } from './pages/service-page.tsx';
import { ShutPage } from './pages/shut-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { IdleQuestion } from './parts/countdown.tsx';
import { hasPaper, type Path, secondsLeft, startPath, walk as walked } from './path.ts';
import { agencyIn, offerIn, type Scene, type Walk } from './scene.ts';
import { indexServices, type ServiceSearch } from './search.ts';
import type { NumberTaking } from './take-number.ts';

// A second finger, or the same one bouncing, must not press what appears under it.
const settleMs = 350;
const popularCount = 6;

export type KioskProps = {
  readonly live: Live;
  readonly catalogue: Catalogue;
  /** The server's clock; `now` is this machine's, in which waiting for the visitor is counted. Epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  readonly numbers: NumberTaking;
  readonly newKey: () => string;
};

/** The whole kiosk from what is given to it; it keeps nothing but the visitor's path. */
export function Kiosk(props: KioskProps) {
  const { live } = props;
  const [path, walk] = useReducer(walked, props.now, startPath);
  const words = wordsIn(path.language);
  useLayoutEffect(() => {
    document.documentElement.lang = path.language;
    document.title = words.kiosk.title;
  }, [path.language, words]);
  useEffect(() => walk({ kind: 'ticked', at: props.now }), [props.now]);
  if (!live.hall) return <ConnectingPage words={words} isHopeless={false} />;
  return <OpenKiosk {...props} hall={live.hall} path={path} walk={walk} />;
}

function OpenKiosk(props: KioskProps & { hall: Hall; path: Path; walk: Walk }) {
  const { hall, catalogue, at, now, live, path, walk, numbers } = props;
  const words = wordsIn(path.language);
  const { timeZone } = catalogue.site;
  const view = useMemo(() => kioskView(hall, catalogue, at), [hall, catalogue, at]);
  const scene: Scene = { hall, catalogue, view, at, language: path.language, words };
  const search = useMemo(() => indexServices(catalogue), [catalogue]);
  const place = placeOf(path, scene);
  const isSettled = useSettled(place);
  useTaking(path, numbers, walk);
  const seconds = secondsLeft(path, now);
  const isAsking = seconds !== null && path.step.at !== 'done' && place !== 'shut';
  const touched = () => walk({ kind: 'touched', at: now });
  return (
    <div class="kiosk" onPointerDownCapture={touched} onKeyDownCapture={touched}>
      {view.openedByHand ? (
        <p class="strip" role="status">
          {words.common.openedByHand}
        </p>
      ) : null}
      {live.link.state === 'lost' ? (
        <p class="strip strip-warn" role="status">
          {words.kiosk.linkLost}
        </p>
      ) : null}
      <div class={isSettled ? 'kiosk-page' : 'kiosk-page kiosk-settling'} key={place} inert={isAsking}>
        <Page {...props} scene={scene} search={search} place={place} seconds={seconds} />
      </div>
      <footer class="kiosk-foot">
        <p>
          <span class="kiosk-time number">{clockText(at, timeZone, path.language)}</span>
          {dateText(at, timeZone, path.language)}
        </p>
        <Freshness link={live.link} now={now} words={words} />
      </footer>
      {isAsking ? <IdleQuestion seconds={seconds} words={words} onStay={touched} /> : null}
    </div>
  );
}

type PageProps = Parameters<typeof OpenKiosk>[0] & {
  scene: Scene;
  search: ServiceSearch;
  place: string;
  seconds: number | null;
};

function Page({ scene, search, path, place, seconds, walk, numbers, newKey, hall, catalogue }: PageProps) {
  const { step } = path;
  // Chosen once for each visitor: a tile that moves while a finger comes down is the wrong tile.
  const [popular] = useState(() => mostUsed(hall, catalogue, popularCount));
  if (place === 'shut') return <ShutPage scene={scene} walk={walk} />;
  if (place === 'start') return <StartPage scene={scene} popular={popular} walk={walk} />;
  switch (step.at) {
    case 'search':
      return <SearchPage scene={scene} query={step.query} search={search} walk={walk} />;
    case 'agency':
      return <AgencyPage scene={scene} agencyId={step.agencyId} walk={walk} />;
    case 'service': {
      const take = (withoutPaper: boolean) => walk({ kind: 'pressed', key: newKey(), withoutPaper });
      return <ServicePage scene={scene} step={step} walk={walk} onTake={take} />;
    }
    case 'done': {
      const canPrintAgain = numbers.printAgain !== null && (!hasPaper(step.slip) || step.again !== 'ready');
      return <DonePage scene={scene} step={step} seconds={seconds} canPrintAgain={canPrintAgain} walk={walk} />;
    }
    default:
      return null;
  }
}

/** Which page stands on the screen. A catalogue that changed under the visitor's hands leads back to the start. */
function placeOf({ step }: Path, { view }: Scene): string {
  const isUnderWay = step.at === 'done' || (step.at === 'service' && step.press.state === 'taking');
  if (view.shut && !isUnderWay) return 'shut';
  switch (step.at) {
    case 'agency':
      return agencyIn(view, step.agencyId) ? `agency ${step.agencyId}` : 'start';
    case 'service':
      return offerIn(view, step.serviceId) ? `service ${step.serviceId}` : 'start';
    default:
      return step.at;
  }
}

function useSettled(place: string): boolean {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(place), settleMs);
    return () => clearTimeout(timer);
  }, [place]);
  return settled === place;
}

/** Sends each press once, whatever happens to the screen meanwhile: the key is what makes it a new one. */
function useTaking({ step }: Path, numbers: NumberTaking, walk: Walk): void {
  const press = step.at === 'service' && step.press.state === 'taking' ? step.press : null;
  useEffect(() => {
    if (!press || step.at !== 'service') return;
    const { key, language, withoutPaper } = press;
    const { serviceId, priorityClass } = step;
    void numbers
      .take({ pressId: key, serviceIds: [serviceId], priorityClass, language, withoutPaper })
      .then((taken) =>
        walk(
          taken.ok
            ? { kind: 'taken', key, issued: taken.issued, slip: taken.slip }
            : { kind: 'failed', key, failure: taken.failure },
        ),
      );
  }, [press]);
  const printing = step.at === 'done' && step.again === 'printing' ? step.issued.visit.id : null;
  useEffect(() => {
    if (printing === null || numbers.printAgain === null) return;
    void numbers
      .printAgain(printing)
      .then((slip) => walk(slip ? { kind: 'printedAgain', slip } : { kind: 'printAgainFailed' }));
  }, [printing]);
}
