import { ScrollBox, timeText } from '@antrean/ui';
import { type Device, placeOf, type Scene } from './scene.ts';

type DevicesPanelProps = {
  readonly scene: Scene;
  readonly devices: readonly Device[];
  readonly onAdd: () => void;
  readonly onManage: (deviceId: string) => void;
};

/** Every device that may come in; those that were shut out are only counted. */
export function DevicesPanel({ scene, devices, onAdd, onManage }: DevicesPanelProps) {
  const { words } = scene;
  const shown = devices.filter(({ state }) => state !== 'revoked');
  const revoked = devices.length - shown.length;
  return (
    <div class="panel access-panel">
      <div class="access-head">
        <h2>{words.devices}</h2>
        <button type="button" class="access-add" onClick={onAdd}>
          {words.addDevice}
        </button>
      </div>
      {shown.length === 0 ? (
        <p class="access-none">{words.noDevices}</p>
      ) : (
        <ScrollBox class="table-scroll" label={words.devices}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.deviceName}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">
                  <span class="visually-hidden">{words.manage}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((device) => (
                <tr key={device.id}>
                  <th scope="row">{device.name}</th>
                  <td>{words.kinds[device.role]}</td>
                  <td>{placeOf(scene, device)}</td>
                  <td>
                    <StateOf {...{ scene, device }} />
                  </td>
                  <td class="access-end">
                    <button
                      type="button"
                      class="access-manage"
                      aria-label={words.manageName(device.name)}
                      onClick={() => onManage(device.id)}
                    >
                      {words.manage}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {revoked > 0 && <p class="panel-note">{words.revokedDevices(revoked)}</p>}
    </div>
  );
}

function StateOf({ scene, device }: { readonly scene: Scene; readonly device: Device }) {
  const { deviceState } = scene.words;
  if (device.state === 'enrolled') return <span class="access-sign access-good">{deviceState.enrolled}</span>;
  if (device.codeUntil === null) return <span class="access-sign access-open">{deviceState.added}</span>;
  const time = timeText(device.codeUntil, scene.catalogue.site.timeZone, scene.language);
  return <span class="access-sign access-open">{deviceState.code(time)}</span>;
}
