import type { Station } from '@antrean/client';
import { clockText, Freshness, LanguageSwitch, type ScreenLanguage, useNow } from '@antrean/ui';
import './board-head.css';
import type { Scene } from './scene.ts';
import { spanText } from './telling.ts';

type BoardHeadProps = {
  readonly station: Station;
  readonly scene: Scene;
  readonly officer: string;
  readonly onLanguage: (language: ScreenLanguage) => void;
  readonly onSignOut: () => void;
};

/** Whose mall, how it is going in four figures, and who is signed in. */
export function BoardHead({ station, scene, officer, onLanguage, onSignOut }: BoardHeadProps) {
  const { catalogue, locale, view } = scene;
  const { language, words } = locale;
  const said = words.board;
  const waiting = view.queues.reduce((sum, line) => sum + line.waiting, 0);
  const longest = Math.max(0, ...view.queues.map(({ longestWaitMinutes }) => longestWaitMinutes));
  const inState = (state: 'open' | 'paused') => view.counters.filter(({ counter }) => counter.state === state).length;
  const figures = [
    [said.figures.waiting, waiting],
    [said.figures.longest, waiting > 0 ? spanText(words, longest) : '–'],
    [said.figures.open, inState('open')],
    [said.figures.paused, inState('paused')],
  ] as const;
  return (
    <header class="head">
      <div class="head-title">
        <h1>{said.title}</h1>
        <p>{catalogue.site.name}</p>
      </div>
      <dl class="head-figures">
        {figures.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <Clock station={station} scene={scene} />
      <LanguageSwitch language={language} label={said.language} onChoose={onLanguage} />
      <p class="head-officer">
        <span>{officer}</span>
        <button type="button" class="press press-link" onClick={onSignOut}>
          {said.signOut}
        </button>
      </p>
    </header>
  );
}

// By itself, so that the second that passes draws a clock and nothing else; the link is looked at as often.
function Clock({ station, scene }: { readonly station: Station; readonly scene: Scene }) {
  const { link } = station.live.current();
  const now = useNow(station.live.serverNow);
  const { language, timeZone, words } = scene.locale;
  return (
    <div class="head-now">
      <Freshness link={link} now={Date.now()} words={words} />
      <time class="number head-clock">{clockText(now, timeZone, language)}</time>
    </div>
  );
}
