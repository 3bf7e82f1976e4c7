import { sentenceFor } from '@antrean/protocol';
import type { Press } from '../confirming.ts';
import { Icon } from '../parts/icon.tsx';
import { NoPaperNotice } from '../parts/no-paper-notice.tsx';
import type { Scene } from '../scene.ts';
import './take-button.css';

/** The one press that gives a number, and what to do when none came. Locked from the press to its answer. */
export function TakeButton(props: {
  scene: Scene;
  press: Press;
  hasPapers: boolean;
  onTake: (withoutPaper: boolean) => void;
}) {
  const { scene, press, hasPapers, onTake } = props;
  const { words, language, noPaper } = scene;
  const { service, printer } = words.kiosk;
  const hasTriedPaper = press.state === 'failed' && press.failure.code === 'printer.notReady';
  const trouble = hasTriedPaper ? String(press.failure.values?.state) : press.state === 'taking' ? null : noPaper;
  if (trouble !== null)
    return (
      <div class="take-trouble">
        <NoPaperNotice state={trouble} words={words} hint={printer.choice} />
        <button type="button" class="button-main" onClick={() => onTake(true)}>
          {printer.withoutPaper}
        </button>
        {hasTriedPaper ? (
          <button type="button" class="button-quiet" onClick={() => onTake(false)}>
            {printer.tryAgain}
          </button>
        ) : null}
      </div>
    );
  const isTaking = press.state === 'taking';
  const label = isTaking ? service.taking : press.state === 'failed' ? service.retry : service.take;
  return (
    <>
      {press.state === 'failed' ? (
        <p class="notice notice-alert" role="alert">
          {press.failure.code === 'journal.failed'
            ? words.kiosk.failures['journal.failed']
            : sentenceFor(language, press.failure.code)}
        </p>
      ) : null}
      <button type="button" class="button-main take" aria-disabled={isTaking} onClick={() => onTake(false)}>
        {isTaking ? <span class="waiting-dots" aria-hidden="true" /> : <Icon name="slip" />}
        <span class="take-text">
          {label}
          {hasPapers && press.state === 'open' ? <span class="take-have">{service.haveAll}</span> : null}
        </span>
      </button>
    </>
  );
}
