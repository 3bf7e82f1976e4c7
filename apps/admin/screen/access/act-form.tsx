import { sentenceFor } from '@antrean/protocol';
import { Dialog } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import type { Scene } from './scene.ts';
import type { Act } from './use-act.ts';

type ActFormProps = {
  readonly scene: Scene;
  readonly act: Act;
  readonly title: string;
  readonly help?: string;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly onSubmit: (fields: FormData) => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

/** A question with fields and one button; it stays open, and says why, when the server refuses. */
export function ActForm(props: ActFormProps) {
  const { scene, act, onClose } = props;
  const { words, language } = scene;
  return (
    <Dialog title={props.title} help={props.help} onClose={onClose}>
      <form
        class="access-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (event.currentTarget instanceof HTMLFormElement) props.onSubmit(new FormData(event.currentTarget));
        }}
      >
        {props.children}
        <div role="alert">
          {act.failure && (
            <p class="access-failed">
              <strong>{words.failed}</strong> {sentenceFor(language, act.failure.code)}
            </p>
          )}
        </div>
        <div class="dialog-end">
          <button type="button" class="access-manage" onClick={onClose}>
            {words.back}
          </button>
          <button
            type="submit"
            class={props.isDangerous ? 'access-add access-danger' : 'access-add'}
            aria-disabled={act.isUnderWay ? 'true' : undefined}
          >
            {act.isUnderWay ? words.working : props.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
