import { sentenceFor } from '@antrean/protocol';
import { isExhausted, type Press } from '../confirming.ts';
import { readsIndonesian } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import { NoPaperNotice } from '../parts/no-paper-notice.tsx';
import type { Scene, Walk } from '../scene.ts';
import { useLasting } from '../use-lasting.ts';
import './take-button.css';

// The number exists by then, and only the paper is still on its way.
const printingMs = 2_500;

/** The one press that gives a number, and what to do when none came. Locked from the press to its answer. */
export function TakeButton(props: {
  scene: Scene;
  press: Press;
  hasPapers: boolean;
  walk: Walk;
  onTake: (withoutPaper: boolean) => void;
}) {
  const { scene, press, hasPapers, walk, onTake } = props;
  const { words, language, noPaper } = scene;
  const { service, printer } = words.kiosk;
  const isTaking = press.state === 'taking';
  const isLong = useLasting(isTaking && !press.withoutPaper, printingMs);
  if (isExhausted(press))
    return (
      <>
        <p class="notice notice-alert" role="alert">
          {words.kiosk.failures['lease.exhausted']}
        </p>
        <button type="button" class="button-main" onClick={() => walk({ kind: 'home' })}>
          <Icon name="home" />
          {service.toStart}
        </button>
      </>
    );
  const hasTriedPaper = press.state === 'failed' && press.failure.code === 'printer.notReady';
  const trouble = hasTriedPaper ? String(press.failure.values?.state) : isTaking ? null : noPaper;
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
  const taking = isLong && scene.hasStation ? service.printing : service.taking;
  const label = isTaking ? taking : press.state === 'failed' ? service.retry : service.take;
  return (
    <>
      {press.state === 'failed' ? (
        <p class="notice notice-alert" role="alert">
          {press.failure.code === 'journal.failed'
            ? words.kiosk.failures['journal.failed']
            : sentenceFor(readsIndonesian(language) ? 'id' : 'en', press.failure.code)}
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
