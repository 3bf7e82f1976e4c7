import type { VoiceWords } from '@antrean/ui';
import type { Voice } from '@antrean/voice';
import type { Lacking } from './coverage.ts';

type Props = { readonly voice: Voice; readonly lacking: Lacking; readonly words: VoiceWords };

/** How much of the voice is a person's, and what of this mall it cannot name. */
export function VoiceState({ voice, lacking, words }: Props) {
  const { clips } = voice.manifest;
  const recorded = clips.filter(({ source, file }) => source === 'recorded' && !voice.broken.includes(file)).length;
  const names = [...lacking.agencies, ...lacking.counters].map(({ name }) => name);
  const figures: readonly (readonly [string, number])[] = [
    [words.recorded, recorded],
    [words.synthetic, clips.length - recorded],
    [words.unheard, names.length],
  ];
  return (
    <section class="panel" aria-labelledby="voice-state">
      <h2 id="voice-state">{words.state}</h2>
      <dl class="voice-figures">
        {figures.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="voice-note">{names.length > 0 ? words.lacking(names.join(', ')) : words.complete}</p>
      {voice.broken.length > 0 && <p class="voice-note voice-alert">{words.broken(voice.broken.join(', '))}</p>}
    </section>
  );
}
