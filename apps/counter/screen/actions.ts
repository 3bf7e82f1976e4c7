import {
  type CounterView,
  type Day,
  type Pause,
  type PauseReason,
  pauseOver,
  type SiteRules,
  type TicketCard,
} from '@antrean/domain';
import { type LastStep, undoSecondsLeft } from './last-step.ts';

/** What an officer can do at the own counter, each with one button. */
export type ActionName =
  | 'open'
  | 'callNext'
  | 'start'
  | 'recall'
  | 'noShow'
  | 'park'
  | 'transfer'
  | 'forward'
  | 'finish'
  | 'cancel'
  | 'note'
  | 'reprint'
  | 'undo'
  | 'pause'
  | 'resume'
  | 'close';

/** Why a button that is drawn would be refused now; the sentence is in the words. */
export type WhyNot =
  | {
      readonly code:
        | 'nobodyWaits'
        | 'dayClosed'
        | 'lastCallMade'
        | 'lastCallFinal'
        | 'notOpen'
        | 'isPaused'
        | 'undoGone';
    }
  | { readonly code: 'paused'; readonly reason: PauseReason }
  | { readonly code: 'busy'; readonly number: string }
  | { readonly code: 'tooFewCalls'; readonly left: number }
  | { readonly code: 'callTooSoon' | 'passTooSoon' | 'passSoon'; readonly seconds: number };

type Stage = 'closed' | 'paused' | 'idle' | 'called' | 'serving';

/** The buttons of one moment: an action that is absent has no button, null means that it may be pressed. */
export type Actions = {
  readonly stage: Stage;
  /** The one large button, pressed with the space bar. */
  readonly main: ActionName;
  readonly buttons: Readonly<Partial<Record<ActionName, WhyNot | null>>>;
};

export type ActionFacts = {
  readonly view: CounterView;
  readonly day: Day | null;
  readonly rules: SiteRules;
  /** The step that may still be taken back, null when there is none. */
  readonly lastStep: LastStep | null;
  /** The server's clock, epoch milliseconds. */
  readonly now: number;
  /** An old picture must not forbid what the server may allow by now. */
  readonly isLive: boolean;
};

type Buttons = Actions['buttons'];

const notOpen: WhyNot = { code: 'notOpen' };

export function actionsAt(facts: ActionFacts): Actions {
  const { view, day, rules, now, isLive } = facts;
  const stage = stageOf(view);
  const desk = deskButtons(facts);
  switch (stage) {
    case 'closed':
      return {
        stage,
        main: 'open',
        buttons: {
          open: isLive && day?.state !== 'open' ? { code: 'dayClosed' } : null,
          pause: notOpen,
          close: notOpen,
        },
      };
    case 'paused':
      return { stage, main: 'resume', buttons: { resume: null, pause: { code: 'isPaused' }, close: null } };
    case 'idle':
      return { stage, main: 'callNext', buttons: { callNext: isLive ? whyNoCall(view) : null, ...desk } };
    case 'called':
      return {
        stage,
        main: 'start',
        buttons: {
          start: null,
          recall: whyNoRecall(view, rules, now),
          noShow: whyNoNoShow(view, rules, now),
          park: null,
          transfer: null,
          cancel: null,
          note: null,
          reprint: null,
          ...desk,
        },
      };
    case 'serving':
      return {
        stage,
        main: 'finish',
        buttons: { finish: null, park: null, transfer: null, forward: null, note: null, reprint: null, ...desk },
      };
  }
}

/** What belongs to the counter and not to its visitor; nobody walks away from a visitor. */
function deskButtons({ view, rules, lastStep, now }: ActionFacts): Buttons {
  const busy: WhyNot | null = view.present ? { code: 'busy', number: view.present.visit.number } : null;
  return { ...(undoSecondsLeft(lastStep, view, rules, now) > 0 ? { undo: null } : {}), pause: busy, close: busy };
}

function stageOf({ counter, present }: CounterView): Stage {
  if (counter.state !== 'open') return counter.state;
  if (!present) return 'idle';
  return present.ticket.state === 'serving' ? 'serving' : 'called';
}

/** Whom the counter would call now, undefined while nobody may be called. */
export function nextOf(view: CounterView): TicketCard | undefined {
  return view.pauses.some(({ agencyId }) => agencyId === null) ? undefined : view.waiting[0];
}

/** The pause for which people at this counter wait and none is called; undefined when somebody may be, or nobody is there. */
export function pauseInTheWay(view: CounterView): Pause | undefined {
  if (nextOf(view)) return undefined;
  const mall = view.pauses.find(({ agencyId }) => agencyId === null);
  if (mall) return mall;
  for (const { agency } of view.held) {
    const pause = pauseOver(view.pauses, agency.id);
    if (pause) return pause;
  }
  return undefined;
}

export function callsOf(card: TicketCard | null): number {
  return card && (card.ticket.state === 'called' || card.ticket.state === 'serving') ? card.ticket.calls : 0;
}

function whyNoCall(view: CounterView): WhyNot | null {
  if (nextOf(view)) return null;
  const pause = pauseInTheWay(view);
  return pause ? { code: 'paused', reason: pause.reason } : { code: 'nobodyWaits' };
}

// A visitor who prays or rests with the mall is neither called again nor counted as absent.
function whyPaused({ present, pauses }: CounterView): WhyNot | null {
  const pause = present && pauseOver(pauses, present.agency.id);
  return pause ? { code: 'paused', reason: pause.reason } : null;
}

function whyNoRecall(view: CounterView, rules: SiteRules, now: number): WhyNot | null {
  // Whoever has reported back once is not called a third time (rule [S5]).
  const isFinal = (view.present?.ticket.requeues ?? 0) >= rules.maxRequeues;
  if (callsOf(view.present) >= rules.maxCalls) return { code: isFinal ? 'lastCallFinal' : 'lastCallMade' };
  return whyPaused(view) ?? whyTooSoon(view, rules, now, 'callTooSoon');
}

function whyNoNoShow(view: CounterView, rules: SiteRules, now: number): WhyNot | null {
  const calls = callsOf(view.present);
  const left = rules.callsBeforeNoShow - calls;
  // Where the mall allows more calls than it asks for, the one just made was not the last.
  const soon = calls >= rules.maxCalls ? 'passTooSoon' : 'passSoon';
  return whyPaused(view) ?? (left > 0 ? { code: 'tooFewCalls', left } : whyTooSoon(view, rules, now, soon));
}

// Whoever was just called is on the way: the next call, and the end of waiting for them, come after the mall's seconds ([S14]).
function whyTooSoon(
  { present }: CounterView,
  { callEverySeconds }: SiteRules,
  now: number,
  code: 'callTooSoon' | 'passTooSoon' | 'passSoon',
): WhyNot | null {
  if (present?.ticket.state !== 'called') return null;
  const seconds = Math.ceil((present.ticket.lastCallAt + callEverySeconds * 1000 - now) / 1000);
  return seconds > 0 ? { code, seconds } : null;
}
