import type { Answered } from '@antrean/client';
import type { StatusAnswer } from '@antrean/protocol';
import { dayText, LanguageSwitch, type ScreenLanguage, timeText, type Words, wordsIn } from '@antrean/ui';
import { byUrgency, LegCard } from './leg-card.tsx';
import './status.css';

export type StatusProps = {
  /** The last state that was read, however old; null before the first. */
  readonly known: { readonly status: StatusAnswer; readonly readAt: number } | null;
  readonly trouble: Extract<Answered<StatusAnswer>, { ok: false }>['error'] | null;
  readonly isReading: boolean;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
  readonly onRefresh: () => void;
};

/** The visitor's phone: my number, how far it is, where to go. */
export function StatusPage(props: StatusProps) {
  const { known, trouble, language } = props;
  const words = wordsIn(language);
  const { visitor } = words;
  return (
    <div class="status">
      <header class="status-bar">
        <p class="status-brand">Antrean</p>
        <LanguageSwitch language={language} label={visitor.language} onChoose={props.onLanguage} />
      </header>
      <main>
        {trouble && <Trouble known={known !== null} code={trouble.code} words={words} />}
        {known && <Known status={known.status} language={language} words={words} />}
        {!known && !trouble && (
          <div class="status-loading" role="status">
            <h1>{visitor.loading}</h1>
          </div>
        )}
      </main>
      <footer class="status-foot">
        <button type="button" class="refresh" aria-disabled={props.isReading} onClick={props.onRefresh}>
          {props.isReading ? visitor.refreshing : visitor.refresh}
        </button>
        {known && (
          <p class="status-age" role="status">
            {visitor.updatedAt(timeText(known.readAt, known.status.timeZone, language))}
          </p>
        )}
        {known && <p class="status-hint">{visitor.keepPage}</p>}
      </footer>
    </div>
  );
}

function Known({ status, language, words }: { status: StatusAnswer; language: ScreenLanguage; words: Words }) {
  const { visitor } = words;
  return (
    <>
      <section class="mine">
        <h1 class="mine-title">{visitor.number}</h1>
        <p class="number mine-number">{status.number}</p>
        <p class="mine-day">{dayText(status.serviceDay, language)}</p>
      </section>
      {status.tickets.length > 1 && <h2 class="legs-title">{visitor.legs(status.tickets.length)}</h2>}
      <ul class="legs" aria-live="polite">
        {byUrgency(status.tickets).map((leg) => (
          <LegCard key={`${leg.agency} ${leg.service}`} leg={leg} language={language} words={words} />
        ))}
      </ul>
    </>
  );
}

function Trouble({ known, code, words }: { known: boolean; code: string; words: Words }) {
  const { visitor } = words;
  const isUnknown = code === 'ticket.unknown' || code === 'request.unknown' || code === 'request.invalid';
  const Title = known ? 'p' : 'h1';
  return (
    <section class={isUnknown ? 'trouble' : 'trouble trouble-link'} role="alert">
      <Title class="trouble-title">{isUnknown ? visitor.unknown : visitor.unreachable}</Title>
      <p>{isUnknown ? visitor.unknownText : visitor.unreachableText}</p>
    </section>
  );
}
