import { type KeptCatalogue, keepCatalogue, openStation, readDemo } from '@antrean/client';
import { useLanguage, useSource, voiceWordsIn } from '@antrean/ui';
import '@antrean/ui/base.css';
import { Player } from '@antrean/voice';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { VoicePage } from './voice-page.tsx';

const nothing = { current: () => null, subscribe: () => () => {} };

function Screen({ kept, player }: { kept: KeptCatalogue | null; player: Player }) {
  const [language, onLanguage] = useLanguage();
  const answer = useSource<ReturnType<KeptCatalogue['current']>>(kept ?? nothing);
  useEffect(() => {
    document.title = `${voiceWordsIn(language).title} · Antrean`;
  }, [language]);
  return (
    <VoicePage catalogue={answer?.catalogue ?? null} enrolled={kept !== null} {...{ player, language, onLanguage }} />
  );
}

const place = document.getElementById('screen') as HTMLElement;
const player = new Player();
const demo = await readDemo('');
const kept = demo ? keepCatalogue(openStation({ url: '', token: demo.displayToken })) : null;
render(<Screen kept={kept} player={player} />, place);
