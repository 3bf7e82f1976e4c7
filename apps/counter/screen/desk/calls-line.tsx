import type { Receipt } from '@antrean/protocol';
import { ageText, type Locale } from '../telling.ts';
import './calls-line.css';
import { voiceText } from './voice-text.ts';

type CallsLineProps = {
  readonly calls: number;
  readonly maxCalls: number;
  /** Milliseconds since the last call. */
  readonly ago: number;
  /** What displays told of this call, null until the first of them has. */
  readonly receipt: Receipt | null;
  readonly locale: Locale;
};

// A display answers within a fraction of this; saying "not shown" before would only frighten.
const onTheWayMs = 3_000;

/** How often the visitor was called, and whether the call has reached the hall. */
export function CallsLine({ calls, maxCalls, ago, receipt, locale }: CallsLineProps) {
  const { called } = locale.words.counter;
  const isLast = calls >= maxCalls;
  const shown = receipt?.shown ?? 0;
  const voice = voiceText(receipt?.voice ?? null, called.voice);
  const isMissing = shown === 0 && ago >= onTheWayMs;
  return (
    <p class="calls-line">
      <span class={isLast ? 'calls calls-last' : 'calls'}>
        <span class="calls-dots" aria-hidden="true">
          {Array.from({ length: maxCalls }, (_, i) => (
            <i key={i} class={i < calls ? 'made' : ''} />
          ))}
        </span>
        <strong>{isLast ? called.lastCall : called.call(calls)}</strong>
        <span>{called.ago(ageText(locale, ago))}</span>
      </span>
      <span class="receipts" role="status">
        {(shown > 0 || isMissing || !voice || voice.isMissing) && (
          <span class={isMissing ? 'receipt receipt-missing' : 'receipt'}>
            {shown > 0 ? called.shown(shown) : isMissing ? called.notShown : called.onTheWay}
          </span>
        )}
        {voice && <span class={voice.isMissing ? 'receipt receipt-missing' : 'receipt'}>{voice.text}</span>}
      </span>
    </p>
  );
}
