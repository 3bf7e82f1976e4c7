import { timeText } from '@antrean/ui';
import { AccessTable, ManageCell } from './access-table.tsx';
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
    <AccessTable
      scene={scene}
      title={words.devices}
      add={words.addDevice}
      columns={[words.deviceName, words.kind, words.place, words.state]}
      none={shown.length === 0 ? words.noDevices : undefined}
      note={revoked > 0 ? words.revokedDevices(revoked) : null}
      onAdd={onAdd}
    >
      {shown.map((device) => (
        <tr key={device.id}>
          <th scope="row">{device.name}</th>
          <td>{words.kinds[device.role]}</td>
          <td>{placeOf(scene, device)}</td>
          <td>
            <StateOf {...{ scene, device }} />
          </td>
          <ManageCell scene={scene} name={device.name} onManage={() => onManage(device.id)} />
        </tr>
      ))}
    </AccessTable>
  );
}

function StateOf({ scene, device }: { readonly scene: Scene; readonly device: Device }) {
  const { deviceState } = scene.words;
  if (device.state === 'enrolled') return <span class="access-sign access-good">{deviceState.enrolled}</span>;
  if (device.codeUntil === null) return <span class="access-sign access-open">{deviceState.added}</span>;
  const time = timeText(device.codeUntil, scene.catalogue.site.timeZone, scene.language);
  return <span class="access-sign access-open">{deviceState.code(time)}</span>;
}
