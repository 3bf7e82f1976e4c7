import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import type { ShownCode } from './code-dialog.tsx';
import { MenuDialog, MenuItem } from './menu-dialog.tsx';
import { type Device, placeOf, type Scene } from './scene.ts';
import { useAct } from './use-act.ts';

type DeviceDialogProps = {
  readonly scene: Scene;
  readonly device: Device;
  readonly onCode: (code: ShownCode) => void;
  readonly onClose: () => void;
};

/** What a manager can do about one device. */
export function DeviceDialog({ scene, device, onCode, onClose }: DeviceDialogProps) {
  const { words, station, refresh } = scene;
  const act = useAct(station, refresh);
  const [wanted, setWanted] = useState<'rename' | 'revoke' | 'code' | null>(null);
  const params = { deviceId: device.id };
  const closeWhen = (done: unknown) => {
    if (done) onClose();
  };
  const newCode = async () => {
    const made = await act.give('renew-code', params, {});
    if (made) onCode({ ...made, deviceId: device.id, name: device.name, role: device.role });
  };
  const form = { scene, act, onClose };
  if (wanted === 'code')
    return (
      <ActForm
        {...form}
        title={device.name}
        help={words.newCodeText}
        confirm={words.newCode}
        onSubmit={() => void newCode()}
      />
    );
  if (wanted === 'rename')
    return (
      <ActForm
        {...form}
        title={words.rename}
        confirm={words.save}
        onSubmit={(fields) =>
          void act.give('rename-device', params, { name: String(fields.get('name')).trim() }).then(closeWhen)
        }
      >
        <label class="access-field">
          {words.deviceName}
          <input name="name" required maxLength={60} autocomplete="off" defaultValue={device.name} />
        </label>
      </ActForm>
    );
  if (wanted === 'revoke')
    return (
      <ActForm
        {...form}
        title={device.name}
        help={words.revokeText}
        confirm={words.confirmRevoke(device.name)}
        isDangerous
        onSubmit={() => void act.give('revoke-device', params, {}).then(closeWhen)}
      />
    );
  return (
    <MenuDialog
      scene={scene}
      title={device.name}
      help={`${words.kinds[device.role]} · ${placeOf(scene, device)}`}
      onClose={onClose}
    >
      <MenuItem title={words.newCode} text={words.newCodeText} onChoose={() => setWanted('code')} />
      <MenuItem title={words.rename} text={device.name} onChoose={() => setWanted('rename')} />
      <MenuItem title={words.revoke} text={words.revokeText} isDangerous onChoose={() => setWanted('revoke')} />
    </MenuDialog>
  );
}
