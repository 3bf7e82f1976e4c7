import type { Station } from '@antrean/client';
import { sentenceFor } from '@antrean/protocol';
import { Dialog } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import { LostLine } from '../lost-line.tsx';
import type { Scene } from '../scene.ts';
import type { Act } from './acts.ts';
import './act-dialog.css';
import type { Press } from './press.ts';

/** What every question needs of the board. */
export type ActProps = {
  readonly station: Station;
  readonly scene: Scene;
  readonly press: Press;
  readonly onClose: () => void;
};

type ActDialogProps = ActProps & {
  readonly title: string;
  /** Null while the form is not complete or the act cannot be done; then `consequence` says why. */
  readonly act: Act | null;
  readonly consequence: string;
  /** What else happens that nobody would want. */
  readonly warning?: string | undefined;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isWide?: boolean;
  readonly children?: ComponentChildren;
};

/** A form, in one sentence what will happen, and the button that makes it happen. Stays open when it did not. */
export function ActDialog(props: ActDialogProps) {
  const { scene, press, act, onClose } = props;
  const { language, words } = scene.locale;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (act && (await press.give(act))) onClose();
  };
  return (
    <Dialog title={props.title} wide={props.isWide ?? false} onClose={onClose}>
      <form class="act-form" onSubmit={submit}>
        {props.children}
        <p class={act ? 'act-consequence' : 'act-consequence act-missing'} aria-live="polite">
          {props.consequence}
        </p>
        <LostLine station={props.station} locale={scene.locale} />
        {props.warning && <p class="act-warning">{props.warning}</p>}
        <div role="alert">
          {press.failure && (
            <p class="act-failed">
              <strong>{words.acts.failed}</strong> {sentenceFor(language, press.failure.code)}
            </p>
          )}
        </div>
        <div class="dialog-end">
          <button type="button" class="press press-quiet" onClick={onClose}>
            {words.common.back}
          </button>
          <button
            type="submit"
            class={props.isDangerous ? 'press press-danger' : 'press press-main'}
            aria-disabled={act && !press.isUnderWay ? undefined : 'true'}
          >
            {press.isUnderWay ? words.acts.working : props.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
