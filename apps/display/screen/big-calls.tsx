import type { BigCall, Page } from './board.ts';
import { Both, type Languages, type Spoken } from './both.tsx';
import { useShown } from './use-shown.ts';
import './big-calls.css';

/** The rows that are read from the last seat: a number and where it is wanted. */
export function BigCalls({
  calls,
  languages,
  maxCalls,
  onShown,
}: {
  calls: Page<BigCall>;
  languages: Languages;
  maxCalls: number;
  /** Called with a call's `seq` once its row has been painted. */
  onShown: (callSeq: number) => void;
}) {
  return (
    <section class="big-calls">
      <ol class="big-rows">
        {calls.items.map((call) => (
          <BigRow key={call.key} call={call} languages={languages} maxCalls={maxCalls} onShown={onShown} />
        ))}
      </ol>
      {calls.pages > 1 && (
        <p class="page-count">
          <Both languages={languages} say={({ words }) => words.display.otherCalls(calls.page, calls.pages)} inline />
        </p>
      )}
    </section>
  );
}

type BigRowProps = {
  readonly call: BigCall;
  readonly languages: Languages;
  readonly maxCalls: number;
  readonly onShown: (callSeq: number) => void;
};

function BigRow({ call, languages, maxCalls, onShown }: BigRowProps) {
  useShown(call.callSeq, onShown);
  const [first, second] = languages;
  const kind = call.state === 'serving' ? 'big-row big-row-serving' : 'big-row';
  return (
    <li class={call.isNew ? `${kind} big-row-new` : kind}>
      <span class="number big-number">{call.number}</span>
      <Arrow />
      <span class="big-place">
        <span class="big-place-word">
          <Both languages={languages} say={({ words }) => words.display.counter} />
        </span>
        <span class="number big-number">{call.counter}</span>
      </span>
      <span class="big-about">
        <strong>{call.agency}</strong>
        <Asked {...{ call, maxCalls }} spoken={first} />
        {call.priority && (
          <span class="big-tag" lang={first.language}>
            {first.words.common.priority}
          </span>
        )}
        <span class="big-second">
          <span class="both-second" lang={second.language}>
            {whatIsAsked(second, call, maxCalls)}
            {call.priority && ` · ${second.words.common.priority}`}
          </span>
        </span>
      </span>
    </li>
  );
}

/** A second call has a frame and the last one a solid ground, so that they differ from afar in more than a word. */
export function Asked({ call, spoken, maxCalls }: { call: BigCall; spoken: Spoken; maxCalls: number }) {
  const again = call.state === 'called' && call.times > 1;
  const kind = call.times >= maxCalls ? 'asked asked-last' : 'asked asked-again';
  return (
    <span class={again ? kind : 'asked'} lang={spoken.language}>
      {whatIsAsked(spoken, call, maxCalls)}
    </span>
  );
}

export function whatIsAsked({ words }: Spoken, { state, times }: BigCall, maxCalls: number): string {
  if (state === 'serving') return words.display.serving;
  if (times >= maxCalls && times > 1) return words.display.lastCall;
  return times > 1 ? words.display.calls(times) : words.display.proceed;
}

function Arrow() {
  return (
    <svg class="big-arrow" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 12h16M12.5 5.5 19 12l-6.5 6.5" />
    </svg>
  );
}
