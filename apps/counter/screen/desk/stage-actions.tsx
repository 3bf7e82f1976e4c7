import type { SiteRules } from '@antrean/domain';
import type { ActionName, Actions } from '../actions.ts';
import type { Choice } from '../orders.ts';
import { letterOf, oneTapOutcomes, type Shortcut } from '../shortcuts.ts';
import { type Locale, whyNotText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';
import './stage-actions.css';

type StageActionsProps = {
  readonly actions: Actions;
  readonly calls: number;
  readonly rules: SiteRules;
  /** The press under way, null when buttons are free. */
  readonly under: Choice | null;
  readonly shortcutsOn: boolean;
  readonly locale: Locale;
  readonly onAsk: (wish: Shortcut) => void;
};

const rows: Readonly<Record<Actions['stage'], readonly ActionName[]>> = {
  closed: [],
  paused: [],
  idle: [],
  called: ['recall', 'noShow', 'park', 'transfer', 'cancel'],
  serving: ['park', 'transfer', 'forward'],
};

/** The one large button of the stage, and below it what else may be done with the visitor. */
export function StageActions(props: StageActionsProps) {
  const { actions, under, locale, onAsk } = props;
  const words = locale.words.counter;
  const button = (action: ActionName, look: 'main' | 'strong' | 'plain') => {
    const why = actions.buttons[action];
    if (why === undefined) return null;
    const isMain = action === actions.main;
    const seconds = why && 'seconds' in why ? why.seconds : null;
    return (
      <ActionButton
        key={`${actions.stage} ${action}`}
        label={labelOf(action, props)}
        shortcut={props.shortcutsOn && seconds === null ? keyOf(action, isMain, locale) : undefined}
        look={look}
        whyNot={why && whyNotText(locale, why)}
        locked={under !== null}
        busy={under?.action === action && !(under.action === 'finish' && under.outcome !== 'done')}
        onPress={() => onAsk(action === 'finish' ? { action, outcome: 'done' } : { action })}
      >
        {seconds !== null && <span class="action-seconds number">{words.duration.short(seconds)}</span>}
      </ActionButton>
    );
  };
  const noShow = actions.buttons.noShow;
  const looks = (action: ActionName) =>
    action === 'noShow' && noShow === null ? 'strong' : action === 'recall' ? 'strong' : 'plain';
  return (
    <div class="stage-actions">
      {button(actions.main, 'main')}
      {actions.stage === 'serving' && (
        <fieldset class="stage-row">
          <legend class="visually-hidden">{words.serving.outcome}</legend>
          {oneTapOutcomes.slice(1).map((outcome, i) => (
            <ActionButton
              key={outcome}
              label={words.outcomes[outcome]}
              shortcut={props.shortcutsOn ? { key: String(i + 2), text: String(i + 2) } : undefined}
              look="strong"
              locked={under !== null}
              busy={under?.action === 'finish' && under.outcome === outcome}
              onPress={() => onAsk({ action: 'finish', outcome })}
            />
          ))}
        </fieldset>
      )}
      {rows[actions.stage].length > 0 && (
        <div class="stage-row">{rows[actions.stage].map((action) => button(action, looks(action)))}</div>
      )}
    </div>
  );
}

function labelOf(action: ActionName, { calls, rules, locale }: StageActionsProps): string {
  const { actions } = locale.words.counter;
  return action === 'recall' && calls === rules.maxCalls - 1 ? actions.lastCall : actions[action];
}

function keyOf(action: ActionName, isMain: boolean, locale: Locale) {
  if (isMain) return { key: 'Space', text: locale.words.counter.actions.space };
  const letter = letterOf[action];
  return letter ? { key: letter, text: letter } : undefined;
}
