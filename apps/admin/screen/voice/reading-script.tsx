import type { VoiceWords } from '@antrean/ui';
import type { Clip, Player, Voice } from '@antrean/voice';
import type { Lacking } from './coverage.ts';

type Props = {
  readonly player: Player;
  readonly voice: Voice;
  readonly lacking: Lacking;
  readonly words: VoiceWords;
};

type Line = { readonly token: string; readonly text: string; readonly source: Clip['source'] | null };

/** Every line that a person reads for this voice, with the name of its file: what nobody has recorded yet stands first. */
export function ReadingScript({ player, voice, lacking, words }: Props) {
  const { language, clips } = voice.manifest;
  const lines: readonly Line[] = [
    ...[...lacking.agencies, ...lacking.counters].map(({ name, token }) => ({ token, text: name, source: null })),
    ...clips.filter(({ source }) => source === 'synthetic'),
    ...clips.filter(({ source }) => source === 'recorded'),
  ];
  const listen = async (token: string) => {
    const durationMs = voice.sounds.get(token)?.durationMs;
    if (durationMs === undefined) return;
    player.stop();
    await player.unlock();
    const clip = { language, token, at: 0, durationMs };
    await player.play({ hasChime: false, clips: [clip], totalMs: durationMs, missing: [], silent: [] });
  };
  return (
    <section class="panel voice-script" aria-labelledby="script">
      <div class="voice-script-head">
        <h2 id="script">{words.script}</h2>
        <button type="button" class="voice-button voice-button-plain" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="voice-note">{words.scriptHelp(`voice/${language}`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.read}</th>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ token, text, source }) => (
            <tr key={token}>
              <th scope="row" lang={language}>
                {text}
              </th>
              <td>
                <code>{token}</code>
              </td>
              <td>
                <span class={source === null ? 'voice-source voice-source-missing' : 'voice-source'}>
                  {source === null ? words.unheard : words[source]}
                </span>
                {source !== null && (
                  <button
                    type="button"
                    class="voice-listen"
                    aria-label={words.listen(text)}
                    onClick={() => void listen(token)}
                  >
                    <svg viewBox="0 0 24 24" aria-hidden="true">
                      <path d="M8 5v14l11-7z" />
                    </svg>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
