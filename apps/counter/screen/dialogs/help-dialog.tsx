import { ActionButton } from '../desk/action-button.tsx';
import { deskKeys, letterOf, oneTapOutcomes } from '../shortcuts.ts';
import type { Locale } from '../telling.ts';
import { Dialog } from './dialog.tsx';
import './help-dialog.css';

type HelpDialogProps = {
  readonly shortcutsOn: boolean;
  readonly locale: Locale;
  readonly onShortcuts: (on: boolean) => void;
  readonly onClose: () => void;
};

type Line = readonly [key: string, meaning: string];

/** Every key of the desk on one sheet, and the switch that turns the one-letter keys off. */
export function HelpDialog({ shortcutsOn, locale, onShortcuts, onClose }: HelpDialogProps) {
  const { actions, outcomes, help, undo } = locale.words.counter;
  const letters = (['recall', 'noShow', 'park', 'transfer', 'forward', 'cancel', 'note', 'reprint'] as const).map(
    (action): Line => [letterOf[action] ?? '', actions[action]],
  );
  const digits = oneTapOutcomes.map((outcome, i): Line => [String(i + 1), outcomes[outcome]]);
  const desk: readonly Line[] = [
    [letterOf.pause ?? '', actions.pause],
    [letterOf.close ?? '', actions.close],
    [deskKeys.signOut, actions.signOut],
    [deskKeys.lists, help.lists],
    [undo.key, help.undo],
    [deskKeys.help, help.title],
  ];
  return (
    <Dialog
      title={help.title}
      help={help.text}
      wide
      locale={locale}
      onClose={onClose}
      end={
        // One-letter keys can be switched off, because dictation software types letters (WCAG 2.1.4).
        <ActionButton
          label={shortcutsOn ? help.turnOff : help.turnOn}
          look="plain"
          locked={false}
          onPress={() => onShortcuts(!shortcutsOn)}
        />
      }
    >
      <div class="keys">
        <Keys title={help.visitor} lines={[[actions.space, help.main], ...letters]} />
        <Keys title={help.outcomes} lines={digits} />
        <Keys title={help.counter} lines={desk} />
      </div>
    </Dialog>
  );
}

function Keys({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
