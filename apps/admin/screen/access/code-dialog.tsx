import { Dialog, timeText, useNow } from '@antrean/ui';
import type { Device, Scene } from './scene.ts';
import './code.css';

/** A code as it is carried to the device. */
export type ShownCode = {
  readonly deviceId: string;
  readonly name: string;
  readonly role: Device['role'];
  readonly code: string;
  readonly validUntil: number;
};

type CodeDialogProps = {
  readonly scene: Scene;
  readonly code: ShownCode;
  /** The device has come in with it. */
  readonly isUsed: boolean;
  readonly onClose: () => void;
};

/** The code, large enough to be read out across a room, what to do with it, and whether it has worked. */
export function CodeDialog({ scene, code, isUsed, onClose }: CodeDialogProps) {
  const { words, language, catalogue, station, publicUrl } = scene;
  const now = useNow(station.live.serverNow);
  const isOver = !isUsed && now >= code.validUntil;
  const [first, command, last] = words.steps[code.role](publicUrl);
  const time = timeText(code.validUntil, catalogue.site.timeZone, language);
  return (
    <Dialog title={words.codeTitle(code.name)} help={words.codeUntil(time)} onClose={onClose}>
      <p class={isUsed || isOver ? 'number access-code access-code-over' : 'number access-code'}>{code.code}</p>
      <ol class="access-steps">
        <li>
          {first}
          <code>{command}</code>
        </li>
        <li>{last}</li>
      </ol>
      <p class={isUsed ? 'access-code-state access-code-used' : 'access-code-state'} role="status">
        {isUsed ? words.codeUsed : isOver ? words.codeOver : words.codeWaiting}
      </p>
      <div class="dialog-end">
        <button type="button" class="access-add" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}
