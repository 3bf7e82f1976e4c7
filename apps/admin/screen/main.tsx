import { type KeptCatalogue, keepCatalogue, openStation, readDemo, type Station } from '@antrean/client';
import { useLanguage, useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import { mallToday } from './mall-today.ts';
import { overviewOf } from './overview.ts';
import { OverviewPage } from './overview-page.tsx';
import { type WatchedKiosks, watchKiosks } from './watch-kiosks.ts';

const place = document.getElementById('screen') as HTMLElement;
// Minutes are all that the tables show, and seventy estimates a second would be work for nothing.
const freshMs = 10_000;

/** Without figures: until the server answers, and for good where this page has no right to them. */
function Plain({ enrolled }: { enrolled: boolean }) {
  const [language, onLanguage] = useLanguage();
  const now = Date.now();
  const nothing = { catalogue: null, today: null, overview: null, kiosks: null, demo: false };
  return (
    <OverviewPage
      {...nothing}
      link={{ state: 'joining' }}
      localNow={now}
      {...{ now, enrolled, language, onLanguage }}
    />
  );
}

type LiveProps = { station: Station; kept: KeptCatalogue; watched: WatchedKiosks };

function Live({ station, kept, watched }: LiveProps) {
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
      enrolled
      {...{ today, overview, kiosks, link, now, language, onLanguage }}
    />
  );
}

render(<Plain enrolled />, place);
const demo = await readDemo('');
if (demo) {
  const station = openStation({ url: '', token: demo.displayToken });
  render(<Live station={station} kept={keepCatalogue(station)} watched={watchKiosks(station)} />, place);
} else render(<Plain enrolled={false} />, place);
