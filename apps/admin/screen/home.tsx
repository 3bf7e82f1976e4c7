import { type KeptCatalogue, keepCatalogue, openStation, readDemo, type Station } from '@antrean/client';
import { useLanguage, useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { HomePage } from './home-page.tsx';
import { mallToday } from './mall-today.ts';

const place = document.getElementById('screen') as HTMLElement;

/** Without figures: until the server answers, and for good where this page has no right to them. */
function Plain({ enrolled }: { enrolled: boolean }) {
  const [language, onLanguage] = useLanguage();
  return <HomePage catalogue={null} today={null} demoPin={null} {...{ enrolled, language, onLanguage }} />;
}

function Demonstration({ pin, station, kept }: { pin: string; station: Station; kept: KeptCatalogue }) {
  const [language, onLanguage] = useLanguage();
  const { hall } = useSource(station.live);
  const mall = useSource(kept);
  const now = useNow(station.live.serverNow);
  const today = mall && hall ? mallToday(hall, mall.catalogue, now) : null;
  return <HomePage catalogue={mall?.catalogue ?? null} demoPin={pin} enrolled {...{ today, language, onLanguage }} />;
}

render(<Plain enrolled />, place);
const demo = await readDemo('');
if (demo) {
  const station = openStation({ url: '', token: demo.displayToken });
  render(<Demonstration pin={demo.pin} station={station} kept={keepCatalogue(station)} />, place);
} else render(<Plain enrolled={false} />, place);
