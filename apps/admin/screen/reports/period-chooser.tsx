import type { ReportWords } from '@antrean/ui';
import { useState } from 'preact/hooks';
import { checkedPeriod, type Period, type Preset, periodOf, presets } from './periods.ts';

export type Choice = Preset | 'own';

type PeriodChooserProps = {
  readonly choice: Choice;
  readonly period: Period;
  readonly today: string;
  readonly longestDays: number;
  readonly words: ReportWords;
  readonly onChoose: (choice: Choice, period: Period) => void;
};

/** The periods that people ask for, and any dates of a year. */
export function PeriodChooser({ choice, period, today, longestDays, words, onChoose }: PeriodChooserProps) {
  const [draft, setDraft] = useState(period);
  const change = (next: Period) => {
    setDraft(next);
    const checked = checkedPeriod(next, longestDays);
    if (checked) onChoose('own', checked);
  };
  const isWrong = checkedPeriod(draft, longestDays) === null;
  return (
    <fieldset class="report-period">
      <legend>{words.period}</legend>
      {presets.map((preset) => (
        <button
          key={preset}
          type="button"
          aria-pressed={choice === preset}
          onClick={() => onChoose(preset, periodOf(preset, today))}
        >
          {words.periods[preset]}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={choice === 'own'}
        onClick={() => {
          setDraft(period);
          onChoose('own', period);
        }}
      >
        {words.periods.own}
      </button>
      {choice === 'own' && (
        <span class="report-dates">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {words[end]}
              <input
                type="date"
                max={today}
                value={draft[end]}
                aria-invalid={isWrong}
                onInput={({ currentTarget }) => change({ ...draft, [end]: currentTarget.value })}
              />
            </label>
          ))}
          {isWrong && <span role="alert">{words.tooLong}</span>}
        </span>
      )}
    </fieldset>
  );
}
