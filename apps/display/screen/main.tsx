import { type KeptCatalogue, keepCatalogue, openStation, readDemo, type Station } from '@antrean/client';
import { useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { languagesWith } from './both.tsx';
import { type Layout, layoutFor } from './layout.ts';
import { readSettings } from './settings.ts';
import { tellShownOver } from './tell-shown.ts';
import { Wall } from './wall.tsx';

const settings = readSettings(location.search);
const languages = languagesWith(settings.language);
const place = document.getElementById('screen') as HTMLElement;
const fixed = { languages, zoneId: settings.zoneId };

/** What is shown before anything is known of the mall: that, in words. */
function Connecting() {
  const layout = useLayout();
  const now = Date.now();
  return (
    <Wall
      {...fixed}
      {...{ layout, now }}
      localNow={now}
      catalogue={null}
      hall={null}
      demo={false}
      link={{ state: 'joining' }}
      onShown={() => undefined}
    />
  );
}

type DisplayProps = {
  readonly station: Station;
  readonly kept: KeptCatalogue;
  readonly onShown: (callSeq: number) => void;
};

function Display({ station, kept, onShown }: DisplayProps) {
  const layout = useLayout();
  const { hall, link } = useSource(station.live);
  const mall = useSource(kept);
  const now = useNow(station.live.serverNow);
  return (
    <Wall
      {...fixed}
      {...{ layout, hall, link, now }}
      localNow={Date.now()}
      catalogue={mall?.catalogue ?? null}
      demo={mall?.demo ?? false}
      onShown={onShown}
    />
  );
}

function useLayout(): Layout {
  const measure = () => layoutFor({ width: innerWidth, height: innerHeight }, settings);
  const [layout, setLayout] = useState(measure);
  useEffect(() => {
    const take = () => setLayout(measure());
    addEventListener('resize', take);
    return () => removeEventListener('resize', take);
  }, []);
  return layout;
}

document.documentElement.lang = settings.language;
document.title = `${languages[0].words.display.title} · Antrean`;
render(<Connecting />, place);
const demo = await readDemo('');
const station = openStation({ url: '', token: demo?.displayToken ?? null });
render(<Display station={station} kept={keepCatalogue(station)} onShown={tellShownOver(station)} />, place);
