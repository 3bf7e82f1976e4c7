import type { Ref } from 'preact';
import { type Actions, callsOf } from '../actions.ts';
import type { Shortcut } from '../shortcuts.ts';
import type { DeskProps } from './desk.tsx';
import { Notice } from './notice.tsx';
import { StageActions } from './stage-actions.tsx';
import { StageIdle } from './stage-idle.tsx';
import { StageRest } from './stage-rest.tsx';
import { StageTicket } from './stage-ticket.tsx';
import './stage.css';

type StageProps = DeskProps & {
  readonly stage: Ref<HTMLElement>;
  readonly actions: Actions;
  /** Why the button just pressed does nothing now. */
  readonly told: string | null;
  readonly onAsk: (wish: Shortcut) => void;
};

/** The middle of the desk: the one visitor it is about, and what may be done. */
export function Stage(props: StageProps) {
  const { view, catalogue, pressState, now, locale, actions } = props;
  // What stands in the way of the two that depend on the calls is said without a press, because it tells the next step.
  const hint = actions.buttons.noShow ?? actions.buttons.recall;
  return (
    <section
      ref={props.stage}
      class="stage"
      tabIndex={-1}
      aria-label={locale.words.counter.header.states[view.counter.state]}
    >
      {/* Said once when it changes; the clocks inside the scene would be read out every second. */}
      <p class="visually-hidden" role="status">
        {view.present &&
          `${locale.words.counter[actions.stage === 'serving' ? 'serving' : 'called'].title} ${view.present.visit.number}`}
      </p>
      <div class="stage-scene">
        {view.counter.state !== 'open' ? (
          <StageRest view={view} now={now} locale={locale} />
        ) : view.present ? (
          <StageTicket {...props} present={view.present} locked={pressState.under !== null} />
        ) : (
          <StageIdle view={view} now={now} locale={locale} />
        )}
      </div>
      <StageActions
        actions={actions}
        calls={callsOf(view.present)}
        rules={catalogue.rules}
        under={pressState.under}
        shortcutsOn={props.shortcutsOn}
        locale={locale}
        onAsk={props.onAsk}
      />
      <Notice
        failed={pressState.failed}
        done={pressState.done}
        askedKiosk={props.askedKiosk}
        whyNot={props.told}
        hint={hint}
        locale={locale}
      />
    </section>
  );
}
