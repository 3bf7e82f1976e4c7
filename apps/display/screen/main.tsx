import { keepCatalogue, openStation, readDemo } from '@antrean/client';
import { useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { languagesWith } from './both.tsx';
import { layoutFor } from './layout.ts';
import { readSettings } from './settings.ts';
import { Wall } from './wall.tsx';

const settings = readSettings(location.search);
const languages = languagesWith(settings.language);
const demo = await readDemo(location.origin);
const station = openStation({ url: location.origin, token: demo?.displayToken ?? null });
const catalogue = keepCatalogue(station);

function Display() {
  const { hall, link } = useSource(station.live);
  const mall = useSource(catalogue);
  const now = useNow(station.live.serverNow);
  const viewport = useViewport();
  const layout = useMemo(() => layoutFor(viewport, settings), [viewport]);
  return (
    <Wall
      {...{ hall, link, now, layout, languages }}
      zoneId={settings.zoneId}
      catalogue={mall?.catalogue ?? null}
      demo={mall?.demo ?? false}
      localNow={Date.now()}
    />
  );
}

function useViewport() {
  const measure = () => ({ width: innerWidth, height: innerHeight });
  const [viewport, setViewport] = useState(measure);
  useEffect(() => {
    const take = () => setViewport(measure());
    addEventListener('resize', take);
    return () => removeEventListener('resize', take);
  }, []);
  return viewport;
}

document.documentElement.lang = settings.language;
document.title = `${languages[0].words.display.title} · Antrean`;
render(<Display />, document.getElementById('screen') as HTMLElement);
