import type { Catalogue } from '@antrean/domain';
import type { StoryAnswer } from '@antrean/protocol';
import { type Locale, timeText } from '../telling.ts';

type NotesProps = {
  readonly notes: StoryAnswer['notes'];
  readonly catalogue: Catalogue;
  readonly locale: Locale;
};

/** What officers of this visit's stops wrote for each other. */
export function Notes({ notes, catalogue, locale }: NotesProps) {
  const { common, counter } = locale.words;
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{counter.ticket.notes}</h3>
      <ul class="visit-notes">
        {notes.map(({ at, text, counterId }) => {
          const place = catalogue.counters.find(({ id }) => id === counterId);
          return (
            <li key={at}>
              {text}
              <small>
                {timeText(locale, at)}
                {place && ` · ${common.counter(place.name)}`}
              </small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
