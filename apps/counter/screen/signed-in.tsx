import { newKey, openPresence, type Station } from '@antrean/client';
import { counterView, lookUp } from '@antrean/domain';
import { Message, StayDialog, useNow, usePresence, useSource } from '@antrean/ui';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { CounterAppProps } from './counter-app.tsx';
import { ActionButton } from './desk/action-button.tsx';
import { Desk } from './desk/desk.tsx';
import { ClosingDialog } from './dialogs/closing-dialog.tsx';
import type { Held } from './last-step.ts';
import { type Choice, orderFor, orderOver } from './orders.ts';
import { openPresses, type Presses } from './presses.ts';
import type { Session } from './session.ts';
import type { SessionEnd } from './session-end.ts';
import { useClosing } from './use-closing.ts';
import { useLastStep } from './use-last-step.ts';
import { useReceipt } from './use-receipt.ts';
import { useReprint } from './use-reprint.ts';
import { useSessionWatch, whyEnded } from './use-session-watch.ts';
import { useStory } from './use-story.ts';

export type SignedInProps = CounterAppProps & {
  readonly session: Session;
  readonly onEnd: (end: SessionEnd) => void;
  readonly onSignOut: () => void;
};

/** An officer's counter: the live hall, what was pressed, and what the server answered. */
export function SignedIn(props: SignedInProps) {
  const { station, catalogue, session, locale, stationNow, onEnd } = props;
  const { counterId } = session;
  const { hall, link } = useSource(station.live);
  const now = useNow(station.live.serverNow);
  const [lastStep, tookStep] = useLastStep(station, counterId, link.state === 'live');
  const [notes, setNotes] = useState(0);
  const [askedKiosk, lookAtKiosk] = useReprint(station);
  const view = useMemo(() => hall && counterView(hall, catalogue, counterId), [hall, catalogue, counterId]);
  // Found out by a refusal, which does not say why.
  const foundEnded = (guess: SessionEnd) => void whyEnded(station, guess).then(onEnd);
  const presence = useMemo(
    () =>
      openPresence({
        tell: station.presence,
        ask: station.session,
        now: station.live.serverNow,
        onEnd: () => foundEnded({ why: 'idle' }),
      }),
    [station],
  );
  const { secondsLeft, touch } = usePresence(presence, now, Boolean(view?.present));
  const presses = useMemo(
    () =>
      pressesAt(station, counterId, {
        ended: () => foundEnded({ why: 'ended' }),
        answered: touch,
        reprinted: lookAtKiosk,
        took: (choice, held, at) => {
          tookStep(choice, held, at);
          if (choice.action === 'note') setNotes((count) => count + 1);
        },
      }),
    [station, counterId],
  );
  const pressState = useSource(presses);
  useSessionWatch(station, link.state === 'live', onEnd);
  const closedAt = view?.counter.state === 'closed' ? view.counter.since : null;
  const { closing, read } = useClosing(station, counterId, closedAt, link.state === 'live');
  const receipt = useReceipt(station.receipts, hall, view?.present?.ticket.id ?? null);
  const story = useStory(station, view?.present?.visit.id ?? null, `${link.state} ${notes}`);
  const isDrawn = useRef(false);
  // A page that begins anew must not offer to open a counter before it knows whether somebody has just closed it.
  if (!hall || (closing === 'asking' && !isDrawn.current)) return <Message title={locale.words.counter.loading} />;
  if (!view) return <Message title={locale.words.counter.unknownCounter(counterId)} />;
  isDrawn.current = true;
  return (
    <>
      <Desk
        isWarned={secondsLeft !== null}
        isTold={closing !== null}
        hall={hall}
        view={view}
        catalogue={catalogue}
        line={props.line}
        link={link}
        officer={session.officer}
        mayPick={session.mayPick}
        receipt={receipt}
        story={story}
        lastStep={lastStep}
        now={now}
        stationNow={stationNow()}
        pressState={pressState}
        askedKiosk={askedKiosk}
        shortcutsOn={props.shortcutsOn}
        demo={props.isDemo}
        locale={locale}
        onPresent={touch}
        onChoose={(choice, isOtherKey) => void presses.press(choice, isOtherKey)}
        onForget={presses.forget}
        onShortcuts={props.onShortcuts}
        onLanguage={props.onLanguage}
        onSignOut={props.onSignOut}
      />
      {closing !== null && closing !== 'asking' && (
        <ClosingDialog closing={closing} catalogue={catalogue} locale={locale} onRead={read} />
      )}
      {secondsLeft !== null && (
        <StayDialog seconds={secondsLeft} words={locale.words.counter.stay} onStay={touch}>
          <div class="dialog-end">
            <ActionButton label={locale.words.counter.stay.stay} look="strong" locked={false} onPress={touch} />
          </div>
        </StayDialog>
      )}
    </>
  );
}

type Heard = {
  readonly ended: () => void;
  /** The server answered, whatever it said: it keeps the session for that, and so must the page. */
  readonly answered: () => void;
  /** A slip was asked for at this kiosk. */
  readonly reprinted: (kioskId: string) => void;
  /** A choice took effect; `held` is who was at the counter when it was pressed, `at` the server's clock then. */
  readonly took: (choice: Choice, held: Held | null, at: number) => void;
};

/** Failures after which the server has not kept the session. */
const noAnswer: ReadonlySet<string> = new Set(['access.expired', 'link.down']);

function pressesAt(station: Station, counterId: string, heard: Heard): Presses {
  const give = async (choice: Choice, key: string) => {
    // Asked now and not when the button was drawn: between the two the hall may have moved.
    const held = heldAt(station, counterId);
    const at = station.live.serverNow();
    const order = orderFor(choice, counterId, held?.ticketId ?? null);
    if (!order) return { ok: false, error: { code: 'ticket.state' } } as const;
    const answer = await orderOver(station.commands, order, key);
    if (answer.ok && 'kioskId' in answer.value) heard.reprinted(String(answer.value.kioskId));
    if (answer.ok) heard.took(choice, held, at);
    else if (answer.error.code === 'access.expired') heard.ended();
    if (answer.ok || !noAnswer.has(answer.error.code)) heard.answered();
    return answer;
  };
  return openPresses({
    give,
    newKey,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

function heldAt(station: Station, counterId: string): Held | null {
  const { hall } = station.live.current();
  const counter = hall?.counters[counterId];
  if (!hall || counter?.state !== 'open' || counter.ticketId === null) return null;
  const ticket = lookUp(hall.tickets, counter.ticketId);
  const visit = ticket && lookUp(hall.visits, ticket.visitId);
  return visit ? { ticketId: ticket.id, number: visit.number } : null;
}
