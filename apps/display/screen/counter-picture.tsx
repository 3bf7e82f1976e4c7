import { TrackBadge } from '@antrean/ui';
import { Asked, whatIsAsked } from './big-calls.tsx';
import type { BigCall } from './board.ts';
import { Both, type Languages, type Spoken } from './both.tsx';
import type { CounterFace } from './counter-face.ts';
import type { Headline } from './hours.ts';
import { HeadlineNotice } from './notices.tsx';
import { useShown } from './use-shown.ts';
import './counter-picture.css';

type CounterPictureProps = {
  readonly face: CounterFace;
  /** What the whole mall has to say goes before what this counter does. */
  readonly headline: Headline | null;
  readonly languages: Languages;
  readonly timeZone: string;
  readonly maxCalls: number;
  readonly onShown: (callSeq: number) => void;
};

/** The small screen above one counter: its own number and the one it wants. */
export function CounterPicture(props: CounterPictureProps) {
  const { face, languages } = props;
  const headline = props.headline?.kind === 'empty' ? null : props.headline;
  if (face.state === 'unknown')
    return (
      <main class="wall-main">
        <Sentence
          languages={languages}
          say={({ words }) => [words.display.counterUnknown, words.display.counterUnknownText]}
        />
      </main>
    );
  return (
    <main class="wall-main desk">
      <section class="desk-plate">
        <p class="number desk-name" style={{ '--letters': face.name.length }}>
          {face.name}
        </p>
        <h2>
          <Both languages={languages} say={({ words }) => words.display.counter} inline />
        </h2>
      </section>
      <section class="desk-state">
        {headline && face.state !== 'busy' ? (
          <HeadlineNotice headline={headline} languages={languages} timeZone={props.timeZone} />
        ) : (
          <DeskState {...props} face={face} />
        )}
      </section>
      <p class="desk-agencies">
        <strong>{face.agencies.map(({ shortName }) => shortName).join(' · ')}</strong>
        <TrackBadge track={face.track} words={languages[0].words} />
      </p>
    </main>
  );
}

function DeskState(
  props: CounterPictureProps & { readonly face: Exclude<CounterFace, { readonly state: 'unknown' }> },
) {
  const { face, languages } = props;
  switch (face.state) {
    case 'busy':
      return <DeskCall {...props} call={face.call} />;
    case 'free':
      return <Sentence languages={languages} say={({ words }) => [words.display.counterFree, '']} />;
    case 'closed':
      return (
        <Sentence
          languages={languages}
          say={({ words }) => [words.display.counterClosed, words.display.counterClosedText]}
        />
      );
    case 'paused': {
      const { reason } = face;
      return (
        <Sentence
          languages={languages}
          say={({ words }) => [
            words.display.counterPaused(words.display.pauseReasons[reason]),
            words.display.pausedText,
          ]}
        />
      );
    }
  }
}

function DeskCall({
  call,
  languages,
  maxCalls,
  onShown,
}: Omit<CounterPictureProps, 'face'> & { readonly call: BigCall }) {
  useShown(call.callSeq, onShown);
  const [first, second] = languages;
  const kind = call.state === 'serving' ? 'desk-call desk-call-serving' : 'desk-call';
  return (
    <div class={call.isNew ? `${kind} desk-call-new` : kind} key={call.key}>
      <span class="number big-number">{call.number}</span>
      <span class="desk-asked">
        <Asked {...{ call, maxCalls }} spoken={first} />
        <span class="both-second" lang={second.language}>
          {whatIsAsked(second, call, maxCalls)}
        </span>
        {call.priority && (
          <span class="big-tag" lang={first.language}>
            {first.words.common.priority}
          </span>
        )}
      </span>
    </div>
  );
}

function Sentence({ languages, say }: { languages: Languages; say: (spoken: Spoken) => readonly [string, string] }) {
  return (
    <div class="headline headline-calm">
      <p class="headline-title">
        <Both languages={languages} say={(spoken) => say(spoken)[0]} />
      </p>
      {say(languages[0])[1] !== '' && (
        <p class="headline-text">
          <Both languages={languages} say={(spoken) => say(spoken)[1]} />
        </p>
      )}
    </div>
  );
}
