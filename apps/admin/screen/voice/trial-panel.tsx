import type { Catalogue } from '@antrean/domain';
import type { ScreenLanguage, VoiceWords } from '@antrean/ui';
import { agencyToken, gapsMs, type Plan, type Player, phrase, plan, type Voice } from '@antrean/voice';
import { useEffect, useState } from 'preact/hooks';
import { announcementOf } from './sentences.ts';
import { TrialForm, type Wish } from './trial-form.tsx';

type Props = {
  readonly player: Player;
  readonly voice: Voice | null;
  readonly catalogue: Catalogue;
  readonly wish: Wish;
  readonly screen: ScreenLanguage;
  readonly words: VoiceWords;
  readonly onWish: (wish: Wish) => void;
};

const hourMs = 3_600_000;

/** Choose a sentence, see what is said, hear it. */
export function TrialPanel({ player, voice, catalogue, wish, screen, words, onWish }: Props) {
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => player.setVolume(wish.volume), [player, wish.volume]);
  // The next full hour, so that a pause is heard with an end that could be true.
  const until = (Math.floor(Date.now() / hourMs) + 1) * hourMs;
  const hearing = { catalogue, zoneId: null, style: wish.style };
  const said = phrase(announcementOf(wish.trial, wish.language, until), hearing);
  const planned = voice && plan(said, player.sounds(), { hasChime: true });
  const play = async () => {
    if (!planned) return;
    setIsPlaying(true);
    // The press of the button is the touch that a browser wants before it lets a page be heard.
    await player.unlock();
    await player.play(planned);
    setIsPlaying(false);
  };
  return (
    <section class="panel voice-trial" aria-labelledby="trial">
      <h2 id="trial">{words.tryIt}</h2>
      <TrialForm {...{ wish, catalogue, words, onWish }} />
      {planned && voice && <Said planned={planned} voice={voice} catalogue={catalogue} words={words} />}
      <p class="voice-buttons">
        {isPlaying ? (
          <button type="button" class="voice-button voice-button-stop" onClick={() => player.stop()}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="voice-button" disabled={!planned} onClick={() => void play()}>
            {words.play}
          </button>
        )}
        {planned && <span class="voice-length">{words.seconds(secondsText(planned.totalMs, screen))}</span>}
      </p>
    </section>
  );
}

type SaidProps = {
  readonly planned: Plan;
  readonly voice: Voice;
  readonly catalogue: Catalogue;
  readonly words: VoiceWords;
};

function Said({ planned, voice, catalogue, words }: SaidProps) {
  const texts = new Map(voice.manifest.clips.map(({ token, text }) => [token, text]));
  const names = new Map(catalogue.agencies.map(({ id, shortName }) => [agencyToken(id), shortName]));
  const textOf = (token: string) => texts.get(token) ?? names.get(token) ?? token;
  const text = sentenceText(planned, textOf);
  const missing = [...new Set(planned.missing.map(({ token }) => textOf(token)))];
  return (
    <div class="voice-said">
      <h3>{words.said}</h3>
      <p class="voice-sentence" lang={voice.manifest.language}>
        {text || words.silent}
      </p>
      {missing.length > 0 && <p class="voice-note">{words.missing(missing.join(', '))}</p>}
    </div>
  );
}

/** As one would write it: where the voice takes a breath, there is a comma, unless the clip ends a sentence itself. */
function sentenceText({ clips }: Plan, textOf: (token: string) => string): string {
  const written = clips.map(({ token, at, durationMs }, index) => {
    const next = clips[index + 1];
    const text = textOf(token);
    const isBreath = next !== undefined && next.at - at - durationMs >= gapsMs.breath;
    return isBreath && !/\W$/u.test(text) ? `${text},` : text;
  });
  const text = written.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function secondsText(ms: number, language: ScreenLanguage): string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return format.format(ms / 1_000);
}
