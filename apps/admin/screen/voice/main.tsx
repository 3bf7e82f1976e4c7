import { keepCatalogue, openEntrance, openStation, readDemo, type Station } from '@antrean/client';
import { type ScreenLanguage, useLanguage, useSource, voiceWordsIn } from '@antrean/ui';
import '@antrean/ui/base.css';
import { Player } from '@antrean/voice';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ManagerGate } from '../entry/manager-gate.tsx';
import { VoicePage } from './voice-page.tsx';

const place = document.getElementById('screen') as HTMLElement;
const entrance = openEntrance({ url: '' });
const player = new Player();
const demo = await readDemo('');

type HeardProps = {
  readonly station: Station;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

function Heard({ station, ...page }: HeardProps) {
  const kept = useMemo(() => keepCatalogue(station), [station]);
  useEffect(() => kept.close, [kept]);
  return <VoicePage catalogue={useSource(kept)?.catalogue ?? null} player={player} {...page} />;
}

/** The demonstration lets everybody on this machine listen, a real mall its managers. */
function Screen() {
  const [language, onLanguage] = useLanguage();
  const station = useMemo(() => demo && openStation({ url: '', token: demo.displayToken }), []);
  const page = { language, onLanguage };
  useEffect(() => {
    document.title = `${voiceWordsIn(language).title} · Antrean`;
  }, [language]);
  if (station) return <Heard {...page} station={station} />;
  return (
    <ManagerGate {...page} entrance={entrance} demo={null}>
      {(inside) => <Heard {...page} station={inside.station} />}
    </ManagerGate>
  );
}

render(<Screen />, place);
