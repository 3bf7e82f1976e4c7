import { Dialog } from '@antrean/ui';
import type { Scene } from './scene.ts';
import './code.css';

/** First secrets of somebody, as they are handed over; null for a way in that the person does not have. */
export type ShownSecrets = { readonly name: string; readonly pin: string | null; readonly password: string | null };

type SecretDialogProps = { readonly scene: Scene; readonly secrets: ShownSecrets; readonly onClose: () => void };

/** The only time that a first PIN or password is seen. */
export function SecretDialog({ scene, secrets, onClose }: SecretDialogProps) {
  const { words } = scene;
  const { name, pin, password } = secrets;
  return (
    <Dialog title={words.secretTitle(name)} help={words.secretHint} onClose={onClose}>
      <dl class="access-secrets">
        {pin !== null && (
          <div>
            <dt>{words.pin}</dt>
            <dd class="number access-code">{pin}</dd>
          </div>
        )}
        {password !== null && (
          <div>
            <dt>{words.password}</dt>
            <dd class="number access-password">{password}</dd>
          </div>
        )}
      </dl>
      <div class="dialog-end">
        <button type="button" class="access-add" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}
