import type { Catalogue } from '@antrean/domain';
import { LanguageSwitch, type ScreenLanguage, voiceWordsIn } from '@antrean/ui';
import type { Player } from '@antrean/voice';
import { useMemo, useState } from 'preact/hooks';
import { lackingIn } from './coverage.ts';
import { ReadingScript } from './reading-script.tsx';
import type { Wish } from './trial-form.tsx';
import { TrialPanel } from './trial-panel.tsx';
import { useVoice } from './use-voice.ts';
import '../overview.css';
import './voice.css';
import { VoiceState } from './voice-state.tsx';

export type VoicePageProps = {
  readonly catalogue: Catalogue | null;
  readonly player: Player;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

/** The page on which a mall listens to its voice and sees what is still to be recorded. */
export function VoicePage({ catalogue, player, language, onLanguage }: VoicePageProps) {
  const words = voiceWordsIn(language);
  return (
    <div class="overview voice">
      <header class="overview-head">
        <div class="overview-title">
          <a href="/">← {words.home}</a>
          <h1>{words.title}</h1>
          <p>{words.intro}</p>
        </div>
        <LanguageSwitch language={language} label={words.language} onChoose={onLanguage} />
      </header>
      {catalogue ? (
        <Checks catalogue={catalogue} player={player} language={language} />
      ) : (
        <main class="overview-main">
          <p class="overview-wait" role="status">
            {words.connecting}
          </p>
        </main>
      )}
    </div>
  );
}

type ChecksProps = { readonly catalogue: Catalogue; readonly player: Player; readonly language: ScreenLanguage };

function Checks({ catalogue, player, language }: ChecksProps) {
  const words = voiceWordsIn(language);
  const [wish, setWish] = useState<Wish>(() => firstWish(catalogue));
  const loading = useVoice(player, wish.language);
  const voice = loading.state === 'loaded' && loading.voice.manifest.language === wish.language ? loading.voice : null;
  const lacking = useMemo(
    () => (voice ? lackingIn(catalogue, wish.language, player.sounds()) : null),
    [voice, catalogue, wish.language, player],
  );
  return (
    <main class="overview-main voice-main">
      <div class="voice-side">
        <TrialPanel {...{ player, voice, catalogue, wish, words }} screen={language} onWish={setWish} />
        {voice && lacking && <VoiceState {...{ voice, lacking, words }} />}
      </div>
      {voice && lacking ? (
        <ReadingScript {...{ player, voice, lacking, words }} />
      ) : (
        <p class="overview-wait" role="status">
          {loading.state === 'failed' ? words.failed : words.loading}
        </p>
      )}
    </main>
  );
}

/** A call as the hall will hear it most: the mall's first counter and its agency. */
function firstWish({ counters, queues }: Catalogue): Wish {
  const counter = counters[0];
  const agencyId = counter?.agencyIds[0] ?? null;
  const queue = queues.find((one) => one.agencyId === agencyId && one.track === counter?.track);
  const number = `${queue?.prefix ?? 'A'}${'12'.padStart(queue?.digits ?? 3, '0')}`;
  const trial = { sentence: 'first', number, counterId: counter?.id ?? '', agencyId, priority: false } as const;
  return { trial, language: 'id', style: 'words', volume: 1 };
}
