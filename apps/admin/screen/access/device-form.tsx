import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import type { ShownCode } from './code-dialog.tsx';
import type { Device, Scene } from './scene.ts';
import { useAct } from './use-act.ts';

type DeviceFormProps = {
  readonly scene: Scene;
  readonly onCode: (code: ShownCode) => void;
  readonly onClose: () => void;
};

const kinds = ['kiosk', 'counter', 'display', 'reception'] as const satisfies readonly Device['role'][];

/** A new device: what it is, where it stands, how people call it. */
export function DeviceForm({ scene, onCode, onClose }: DeviceFormProps) {
  const { words, station, refresh, catalogue } = scene;
  const act = useAct(station, refresh);
  const [role, setRole] = useState<Device['role']>('kiosk');
  const submit = async (fields: FormData) => {
    const counterId = role === 'counter' ? String(fields.get('counterId')) : null;
    const zoneId = role === 'display' ? String(fields.get('zoneId')) || null : null;
    const counter = catalogue.counters.find(({ id }) => id === counterId);
    const name = counter ? words.counter(counter.name) : String(fields.get('name')).trim();
    const made = await act.give('add-device', {}, { role, name, counterId, zoneId });
    if (made) onCode({ ...made, name, role });
  };
  return (
    <ActForm
      {...{ scene, act, onClose }}
      title={words.addDevice}
      confirm={words.addDevice}
      onSubmit={(fields) => void submit(fields)}
    >
      <fieldset class="access-choices access-kinds">
        <legend>{words.kind}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="access-choice">
            <input type="radio" name="role" value={kind} checked={role === kind} onChange={() => setRole(kind)} />
            <span>
              <strong>{words.kinds[kind]}</strong> <small>{words.kindHint[kind]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {role === 'counter' ? (
        <label class="access-field">
          {words.whichCounter}
          <select name="counterId">
            {catalogue.counters.map(({ id, name }) => (
              <option key={id} value={id}>
                {words.counter(name)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label class="access-field">
          {words.deviceName}
          <input name="name" required maxLength={60} autocomplete="off" />
          <small>{words.deviceNameHint}</small>
        </label>
      )}
      {role === 'display' && (
        <label class="access-field">
          {words.whichZone}
          <select name="zoneId">
            <option value="">{words.allZones}</option>
            {catalogue.zones.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </ActForm>
  );
}
