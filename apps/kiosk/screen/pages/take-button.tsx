import { sentenceFor } from '@antrean/protocol';
import type { ScreenLanguage, Words } from '@antrean/ui';
import { Icon } from '../parts/icon.tsx';
import type { Press } from '../path.ts';

/** The one press that gives a number, and what to do when none came. Locked from the press to its answer. */
export function TakeButton(props: {
  press: Press;
  language: ScreenLanguage;
  words: Words;
  onTake: (withoutPaper: boolean) => void;
}) {
  const { press, language, words, onTake } = props;
  const { service, printer } = words.kiosk;
  if (press.state === 'failed' && press.failure.code === 'printer.notReady')
    return (
      <div class="printer-trouble">
        <div class="notice notice-warn" role="alert">
          <strong>{printer.title}</strong>
          <p>
            {printerSays(printer.states, press.failure.values?.state)} {printer.choice}
          </p>
        </div>
        <button type="button" class="button-main" onClick={() => onTake(true)}>
          {printer.withoutPaper}
        </button>
        <button type="button" class="button-quiet" onClick={() => onTake(false)}>
          {printer.tryAgain}
        </button>
      </div>
    );
  const isTaking = press.state === 'taking';
  return (
    <>
      {press.state === 'failed' ? (
        <p class="notice notice-alert" role="alert">
          {sentenceFor(language, press.failure.code)}
        </p>
      ) : null}
      <button type="button" class="button-main" aria-disabled={isTaking} onClick={() => onTake(false)}>
        {isTaking ? <span class="waiting-dots" aria-hidden="true" /> : <Icon name="slip" />}
        {isTaking ? service.taking : press.state === 'failed' ? service.retry : service.take}
      </button>
    </>
  );
}

function printerSays(states: Words['kiosk']['printer']['states'], state: string | number | null | undefined): string {
  return state === 'paperOut' || state === 'cover' ? states[state] : states.other;
}
