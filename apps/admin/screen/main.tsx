import { type KeptCatalogue, keepCatalogue, openEntrance, openStation, readDemo, type Station } from '@antrean/client';
import type { DemoAnswer } from '@antrean/protocol';
import { useLanguage, useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { type Inside, ManagerGate } from './entry/manager-gate.tsx';
import { mallToday } from './mall-today.ts';
import { overviewOf } from './overview.ts';
import { OverviewPage } from './overview-page.tsx';
import { type WatchedKiosks, watchKiosks } from './watch-kiosks.ts';

const place = document.getElementById('screen') as HTMLElement;
// Minutes are all that the tables show, and seventy estimates a second would be work for nothing.
const freshMs = 10_000;
const entrance = openEntrance({ url: '' });

/** Without figures, until the server answers. */
function Plain() {
  const [language, onLanguage] = useLanguage();
  const now = Date.now();
  const nothing = { catalogue: null, today: null, overview: null, kiosks: null, demo: false, onSignOut: null };
  return <OverviewPage {...nothing} link={{ state: 'joining' }} localNow={now} {...{ now, language, onLanguage }} />;
}

type LiveProps = {
  readonly station: Station;
  readonly kept: KeptCatalogue;
  readonly watched: WatchedKiosks;
  readonly onSignOut: (() => void) | null;
};

function Live({ station, kept, watched, onSignOut }: LiveProps) {
  const [language, onLanguage] = useLanguage();
  const { hall, link } = useSource(station.live);
  const mall = useSource(kept);
  const kiosks = useSource(watched);
  const now = useNow(station.live.serverNow);
  const at = Math.floor(now / freshMs) * freshMs;
  const overview = useMemo(() => (mall && hall ? overviewOf(hall, mall.catalogue, at) : null), [hall, mall, at]);
  const today = mall && hall ? mallToday(hall, mall.catalogue, now) : null;
  return (
    <OverviewPage
      catalogue={mall?.catalogue ?? null}
      demo={mall?.demo ?? false}
      localNow={Date.now()}
      {...{ today, overview, kiosks, link, now, language, onLanguage, onSignOut }}
    />
  );
}

/** The overview of somebody who has signed in. */
function Managed({ station, leave }: Inside) {
  const kept = useMemo(() => keepCatalogue(station), [station]);
  const watched = useMemo(() => watchKiosks(station), [station]);
  useEffect(
    () => () => {
      kept.close();
      watched.close();
    },
    [kept, watched],
  );
  return <Live {...{ station, kept, watched }} onSignOut={() => leave('signedOut')} />;
}

function Gate() {
  const [language, onLanguage] = useLanguage();
  return (
    <ManagerGate {...{ entrance, language, onLanguage }} demo={null}>
      {(inside) => <Managed {...inside} />}
    </ManagerGate>
  );
}

/** The demonstration shows its overview to everybody on this machine. */
function Demonstration({ demo }: { readonly demo: DemoAnswer }) {
  const station = useMemo(() => openStation({ url: '', token: demo.displayToken }), [demo]);
  const kept = useMemo(() => keepCatalogue(station), [station]);
  const watched = useMemo(() => watchKiosks(station), [station]);
  return <Live {...{ station, kept, watched }} onSignOut={null} />;
}

render(<Plain />, place);
const demo = await readDemo('');
render(demo ? <Demonstration demo={demo} /> : <Gate />, place);
