import { type Catalogue, type CounterView, type Hall, isOutsideHours, siteTime } from '@antrean/domain';
import type { Receipt } from '@antrean/protocol';
import type { LinkState } from '@antrean/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { actionsAt, callsOf } from '../actions.ts';
import type { LastStep } from '../last-step.ts';
import type { Choice } from '../orders.ts';
import type { PressState } from '../presses.ts';
import { deskKeys, type Shortcut } from '../shortcuts.ts';
import type { StationLine } from '../station-line.ts';
import { type Locale, type OnLanguage, tooEarlyText, whyNotText } from '../telling.ts';
import type { AskedKiosk } from '../use-reprint.ts';
import { useNewestKey, useShortcuts } from '../use-shortcuts.ts';
import { useStationLine } from '../use-station-line.ts';
import type { Story } from '../use-story.ts';
import { replyTo } from '../wishes.ts';
import { Banners } from './banners.tsx';
import { type Asked, DeskDialog } from './desk-dialog.tsx';
import { DeskFoot } from './desk-foot.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Stage } from './stage.tsx';
import { TicketLists } from './ticket-lists.tsx';
import './desk.css';

export type DeskProps = {
  readonly hall: Hall;
  readonly view: CounterView;
  readonly catalogue: Catalogue;
  readonly line: StationLine | null;
  readonly link: LinkState;
  readonly officer: string;
  readonly mayPick: boolean;
  /** What is known of the last call's way to the displays. */
  readonly receipt: Receipt | null;
  readonly story: Story;
  readonly lastStep: LastStep | null;
  /** The server's clock, for everything that happened in the hall. */
  readonly now: number;
  /** The station's own clock, for the age of the picture. */
  readonly stationNow: number;
  readonly pressState: PressState;
  /** Where a slip was last asked for again. */
  readonly askedKiosk: AskedKiosk | null;
  /** The session is about to end, which is asked about in front of everything else. */
  readonly isWarned: boolean;
  /** Somebody else has closed the counter, which the officer reads before anything else. */
  readonly isTold: boolean;
  readonly shortcutsOn: boolean;
  readonly demo: boolean;
  readonly locale: Locale;
  /** Somebody pressed, where no key and no pointer of the page tells it. */
  readonly onPresent: () => void;
  /** `isOtherKey`: by another key than the press before, so that it is no second half of a double press. */
  readonly onChoose: (choice: Choice, isOtherKey?: boolean) => void;
  readonly onForget: () => void;
  readonly onShortcuts: (on: boolean) => void;
  readonly onLanguage: OnLanguage;
  readonly onSignOut: () => void;
};

/** The officer's whole screen, drawn from the live hall and nothing else. */
export function Desk(props: DeskProps) {
  const { hall, view, catalogue, link, now, pressState, locale, onChoose } = props;
  const { rules } = catalogue;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState<string | null>(null);
  /** Another key or button was pressed before the server had answered. */
  const [isEarly, setIsEarly] = useState(false);
  const lastKey = useRef<string | null>(null);
  const newestKey = useNewestKey();
  const stage = useRef<HTMLElement>(null);
  const lists = useRef<HTMLElement>(null);
  const isLive = link.state === 'live';
  const actions = actionsAt({ view, day: hall.day, rules, lastStep: props.lastStep, now, isLive });
  const moment = `${actions.stage} ${view.present?.ticket.id ?? ''} ${callsOf(view.present)}`;

  // What was said about a moment is over with it, and the keyboard starts again at the large button's space bar.
  useEffect(() => {
    setTold(null);
    setAsked(null);
    props.onForget();
    if (stage.current?.contains(document.activeElement)) stage.current.focus();
  }, [moment]);
  // A button that had the focus may be gone with its ticket; the desk's keys and a screen reader go on from the stage.
  useEffect(() => {
    if (asked === null && document.activeElement === document.body) stage.current?.focus();
  });
  // A lost link explains itself no more once it is back: the picture is true again.
  useEffect(() => {
    if (isLive && pressState.failed?.failure.code === 'link.down') props.onForget();
  }, [isLive]);

  const isPending = pressState.under !== null && !pressState.settles;
  useEffect(() => {
    if (!isPending) setIsEarly(false);
  }, [isPending]);

  const ask = (wish: Shortcut | null, key?: string) => {
    // Pressed for what the counter was a moment ago: it must not open what somebody has just closed.
    if (props.isTold) return;
    const isOtherKey = key !== undefined && !isSameKey(key, lastKey.current);
    if (pressState.under && !(wish && wish.action in deskKeys)) {
      if (isPending && isOtherKey) setIsEarly(true);
      if (isPending || !isOtherKey) return;
    }
    if (!wish) return;
    lastKey.current = key ?? null;
    const reply = replyTo(wish, actions);
    setTold(reply.kind === 'tell' ? whyNotText(locale, reply.why) : null);
    if (reply.kind === 'choose') onChoose(reply.choice, isOtherKey);
    else if (reply.kind === 'ask') setAsked({ name: reply.dialog });
    else if (reply.kind === 'signOut') props.onSignOut();
    else if (reply.kind === 'lists') (lists.current?.querySelector('button') ?? lists.current)?.focus();
  };
  const answer = (choice: Choice) => {
    setAsked(null);
    lastKey.current = newestKey();
    onChoose(choice);
  };
  useShortcuts({ on: asked === null && !props.isWarned && !props.isTold, lettersOn: props.shortcutsOn, actions }, ask);
  // A press from outside is one of the large button: what is under way or asked comes first, and a refusal is told like any other.
  // The warning is no question to it: whoever works in another program does not see it, and means to call.
  const mayCall = asked === null && !pressState.under && actions.buttons.callNext === null;
  useStationLine(
    props.line,
    { mayCall, present: view.present?.visit.number ?? null, language: locale.language },
    () => {
      props.onPresent();
      if (asked === null) ask({ action: 'callNext' });
      return mayCall;
    },
  );

  const early = isPending && isEarly && pressState.under ? tooEarlyText(locale, pressState.under) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: gives the keyboard back to the desk after the mouse; nothing is pressed here.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves its own focus.
    <div
      class="desk"
      onClick={(event) => {
        if (isPending && isOtherButton(event)) setIsEarly(true);
        leaveToStage(event, stage.current);
      }}
    >
      <header>
        <DeskHeader {...props} onSignOut={() => ask({ action: 'signOut' })} />
        <Banners {...props} day={hall.day} />
      </header>
      <main class="desk-main">
        <Stage {...props} stage={stage} actions={actions} told={early ?? told} onAsk={ask} />
        <TicketLists
          {...props}
          lists={lists}
          rules={rules}
          under={pressState.under}
          canPick={props.mayPick && actions.stage === 'idle'}
          onPick={(card) => setAsked({ name: 'pick', card })}
        />
      </main>
      <DeskFoot
        {...props}
        actions={actions}
        isOutside={isOutsideHours(catalogue.calendar, hall.day, siteTime(now, catalogue.site.timeZone))}
        onAsk={ask}
      />
      {asked && (
        <DeskDialog {...props} asked={asked} stage={actions.stage} onChoose={answer} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

// A button that the mouse has pressed would keep the space bar, and the large button would seem dead. A dialog and a field keep theirs.
function leaveToStage({ target, detail }: MouseEvent, stage: HTMLElement | null): void {
  if (detail === 0 || !(target instanceof Element) || target.closest('dialog')) return;
  if (target.closest('button, label')) setTimeout(() => !document.querySelector('dialog[open]') && stage?.focus());
}

function isOtherButton({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('.action[aria-disabled]:not([aria-busy])') !== null;
}

// Space and Enter are both the large button.
function isSameKey(a: string, b: string | null): boolean {
  const named = (key: string | null) => (key === 'Enter' ? ' ' : key?.toUpperCase());
  return named(a) === named(b);
}
