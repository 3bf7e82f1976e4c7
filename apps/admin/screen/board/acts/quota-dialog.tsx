import { useState } from 'preact/hooks';
import { agencyName, quotaOf } from '../scene.ts';
import { nameOf } from '../telling.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';

/** Today's quota of one service of an agency. */
export function QuotaDialog(props: ActProps & { readonly agencyId: string }) {
  const { scene, agencyId } = props;
  const { language, words } = scene.locale;
  const said = words.acts.quota;
  const services = scene.catalogue.services.filter((service) => service.agencyId === agencyId);
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const service = services.find(({ id }) => id === serviceId);
  const now = service ? quotaOf(scene, service) : null;
  // What has been typed for this service; a service that was just chosen shows what is true of it.
  const [typed, setTyped] = useState<{ readonly number: string; readonly isUnlimited: boolean } | null>(null);
  const { number, isUnlimited } = typed ?? { number: now === null ? '' : String(now), isUnlimited: now === null };
  if (!service) return null;
  const given = scene.hall.issuedToday[serviceId] ?? 0;
  const isNumber = /^\d{1,5}$/.test(number);
  const name = nameOf(language, service);
  const consequence = () => {
    if (isUnlimited) return said.consequenceOpen(name);
    return isNumber ? said.consequence(name, Math.max(0, Number(number) - given)) : said.missing;
  };
  const quota = isUnlimited ? null : Number(number);
  return (
    <ActDialog
      {...props}
      title={said.title(agencyName(scene, agencyId))}
      act={isUnlimited || isNumber ? { kind: 'quota', serviceId, quota } : null}
      consequence={consequence()}
      confirm={said.confirm}
    >
      <label class="field-line">
        {said.service}
        <select
          class="field"
          value={serviceId}
          onChange={(event) => {
            setServiceId(event.currentTarget.value);
            setTyped(null);
          }}
        >
          {services.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(language, one)}
            </option>
          ))}
        </select>
      </label>
      <p class="field-note">{said.asNow(given, now === null ? said.noLimit : String(now))}</p>
      <div class="field-pair">
        <label class="field-line">
          {said.number}
          <input
            class="field number"
            inputMode="numeric"
            maxLength={5}
            value={isUnlimited ? '' : number}
            disabled={isUnlimited}
            onInput={(event) => setTyped({ number: event.currentTarget.value.trim(), isUnlimited: false })}
          />
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={isUnlimited}
            onChange={(event) => setTyped({ number, isUnlimited: event.currentTarget.checked })}
          />
          <span>{said.unlimited}</span>
        </label>
      </div>
    </ActDialog>
  );
}
