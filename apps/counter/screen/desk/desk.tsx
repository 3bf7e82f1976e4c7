import type { Catalogue, CounterView, Hall } from '@antrean/domain';
import type { LinkState } from '@antrean/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { actionsAt, callsOf } from '../actions.ts';
import type { Choice } from '../orders.ts';
import type { PressState } from '../presses.ts';
import type { Shortcut } from '../shortcuts.ts';
import { type Locale, type OnLanguage, whyNotText } from '../telling.ts';
import { useShortcuts } from '../use-shortcuts.ts';
import { Banners } from './banners.tsx';
import { DeskDialog, type DialogName } from './desk-dialog.tsx';
import { DeskFoot } from './desk-foot.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Notice } from './notice.tsx';
import { StageActions } from './stage-actions.tsx';
import { StageIdle } from './stage-idle.tsx';
import { StageRest } from './stage-rest.tsx';
import { StageTicket } from './stage-ticket.tsx';
import { TicketLists } from './ticket-lists.tsx';
import './desk.css';
import './stage.css';

export type DeskProps = {
  readonly hall: Hall;
  readonly view: CounterView;
  readonly catalogue: Catalogue;
  readonly link: LinkState;
  readonly officer: string;
  /** The server's clock, for everything that happened in the hall. */
  readonly now: number;
  /** The station's own clock, for the age of the picture. */
  readonly stationNow: number;
  readonly pressState: PressState;
  readonly shortcutsOn: boolean;
  readonly demo: boolean;
  readonly locale: Locale;
  readonly onChoose: (choice: Choice) => void;
  readonly onForget: () => void;
  readonly onShortcuts: (on: boolean) => void;
  readonly onLanguage: OnLanguage;
  readonly onSignOut: () => void;
};

const needsAnswer: readonly string[] = ['pause', 'park', 'transfer', 'forward', 'cancel'] satisfies DialogName[];

/** The officer's whole screen, drawn from the live hall and nothing else. */
export function Desk(props: DeskProps) {
  const { hall, view, catalogue, link, now, pressState, locale, onChoose } = props;
  const { rules } = catalogue;
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const stage = useRef<HTMLElement>(null);
  const actions = actionsAt({ view, day: hall.day, rules, isLive: link.state === 'live' });
  const calls = callsOf(view.present);
  const moment = `${actions.stage} ${view.present?.ticket.id ?? ''} ${calls}`;

  // What was said about a moment is over with it, and the keyboard starts again at the large button's space bar.
  useEffect(() => {
    setTold(null);
    setDialog(null);
    props.onForget();
    const focused = document.activeElement;
    if (!focused || focused === document.body || stage.current?.contains(focused)) stage.current?.focus();
  }, [moment]);

  const ask = (wish: Shortcut) => {
    if (pressState.under) return;
    const why = actions.buttons[wish.action];
    setTold(why ? whyNotText(locale, why) : null);
    if (why === undefined || why) return;
    if ('outcome' in wish) onChoose(wish);
    else if (needsAnswer.includes(wish.action)) setDialog(wish.action as DialogName);
    else onChoose({ action: wish.action } as Choice);
  };
  const answer = (choice: Choice) => {
    setDialog(null);
    onChoose(choice);
  };
  useShortcuts(props.shortcutsOn && dialog === null, actions, ask);

  return (
    <div class="desk">
      <header>
        <DeskHeader {...props} />
        <Banners {...props} day={hall.day} />
      </header>
      <main class="desk-main">
        <section
          ref={stage}
          class="stage"
          tabIndex={-1}
          aria-label={locale.words.counter.header.states[view.counter.state]}
        >
          <div class="stage-scene" aria-live="polite">
            {view.counter.state !== 'open' ? (
              <StageRest view={view} now={now} locale={locale} />
            ) : view.present ? (
              <StageTicket present={view.present} catalogue={catalogue} rules={rules} now={now} locale={locale} />
            ) : (
              <StageIdle view={view} now={now} locale={locale} />
            )}
          </div>
          <Notice failed={pressState.failed} whyNot={told} locale={locale} />
          <StageActions
            actions={actions}
            calls={calls}
            rules={rules}
            under={pressState.under}
            shortcutsOn={props.shortcutsOn}
            locale={locale}
            onAsk={ask}
          />
        </section>
        <TicketLists view={view} rules={rules} now={now} under={pressState.under} locale={locale} onChoose={onChoose} />
      </main>
      <DeskFoot {...props} actions={actions} under={pressState.under} byHand={hall.day?.by === 'hand'} onAsk={ask} />
      {dialog && (
        <DeskDialog
          name={dialog}
          hall={hall}
          present={view.present}
          catalogue={catalogue}
          now={now}
          locale={locale}
          onChoose={answer}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
