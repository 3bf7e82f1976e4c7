import { type Catalogue, type Language, type NumberStyle, numberStyles } from '@antrean/domain';
import type { VoiceWords } from '@antrean/ui';
import { voiceLanguages } from '@antrean/voice';
import { isCall, sentenceNames, type Trial } from './sentences.ts';

/** The trial and how it is heard. */
export type Wish = {
  readonly trial: Trial;
  readonly language: Language;
  readonly style: NumberStyle;
  readonly volume: number;
};

type Props = {
  readonly wish: Wish;
  readonly catalogue: Catalogue;
  readonly words: VoiceWords;
  readonly onWish: (wish: Wish) => void;
};

/** Everything of a sentence that can be chosen. */
export function TrialForm({ wish, catalogue, words, onWish }: Props) {
  const { trial } = wish;
  const setTrial = (changes: Partial<Trial>) => onWish({ ...wish, trial: { ...trial, ...changes } });
  const calls = isCall(trial);
  const agencies = catalogue.agencies.map(({ id, shortName }) => [id, shortName] as const);
  return (
    <div class="trial-fields">
      <Choice
        label={words.spoken}
        value={wish.language}
        options={voiceLanguages.map((language) => [language, words.languages[language]])}
        onChoose={(language) => onWish({ ...wish, language })}
      />
      <Choice
        label={words.sentence}
        value={trial.sentence}
        options={sentenceNames.map((name) => [name, words.sentences[name]])}
        onChoose={(sentence) => setTrial({ sentence })}
      />
      <Choice
        label={words.agency}
        value={trial.agencyId ?? ''}
        options={[['', words.wholeMall], ...agencies]}
        onChoose={(agencyId) => setTrial({ agencyId: agencyId || null })}
      />
      {calls && (
        <>
          <label class="trial-field">
            {words.number}
            <input
              class="voice-input number"
              value={trial.number}
              maxLength={8}
              autocomplete="off"
              onInput={(event) => setTrial({ number: event.currentTarget.value.toUpperCase() })}
            />
          </label>
          <Choice
            label={words.counter}
            value={trial.counterId}
            options={catalogue.counters.map(({ id, name }) => [id, name])}
            onChoose={(counterId) =>
              setTrial({ counterId, agencyId: agencyAt(catalogue, counterId) ?? trial.agencyId })
            }
          />
          <Choice
            label={words.style}
            value={wish.style}
            options={numberStyles.map((style) => [style, words.styles[style]])}
            onChoose={(style) => onWish({ ...wish, style })}
          />
        </>
      )}
      <label class="trial-field">
        {words.volume}
        <input
          type="range"
          min="0"
          max="100"
          value={wish.volume * 100}
          onInput={(event) => onWish({ ...wish, volume: Number(event.currentTarget.value) / 100 })}
        />
      </label>
      {calls && (
        <label class="trial-check">
          <input
            type="checkbox"
            checked={trial.priority}
            onChange={(event) => setTrial({ priority: event.currentTarget.checked })}
          />
          {words.priority}
        </label>
      )}
    </div>
  );
}

function agencyAt({ counters }: Catalogue, counterId: string): string | undefined {
  return counters.find(({ id }) => id === counterId)?.agencyIds[0];
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
};

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <label class="trial-field">
      {label}
      <select
        class="voice-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
