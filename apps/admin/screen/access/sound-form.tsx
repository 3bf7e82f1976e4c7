import type { Loudness, Zone } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import type { Scene } from './scene.ts';
import './sound.css';
import { useAct } from './use-act.ts';

type SoundFormProps = {
  readonly scene: Scene;
  readonly zone: Zone;
  readonly was: Loudness;
  readonly onClose: () => void;
};

type Stretch = Loudness['hours'][number];

const steps = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const mostStretches = 12;
const newStretch: Stretch = { from: '12:00', to: '13:00', volume: 0 };

/** How loud one zone is, and in which hours it is louder, lower or silent. */
export function SoundForm({ scene, zone, was, onClose }: SoundFormProps) {
  const { words, station, language } = scene;
  const said = words.sound;
  const act = useAct(station, scene.refresh);
  const [volume, setVolume] = useState(was.volume);
  const [hours, setHours] = useState(was.hours);
  const change = (n: number, part: Partial<Stretch>) =>
    setHours(hours.map((stretch, at) => (at === n ? { ...stretch, ...part } : stretch)));
  const submit = async () => {
    const done = await act.give('set-loudness', { zoneId: zone.id }, { volume, hours: [...hours] });
    if (done) onClose();
  };
  return (
    <ActForm
      {...{ scene, act, onClose }}
      title={said.formTitle(language === 'en' ? zone.nameEn : zone.name)}
      help={said.help}
      confirm={words.save}
      onSubmit={() => void submit()}
    >
      <Volume {...{ scene, volume }} label={said.usual} onVolume={setVolume} />
      <fieldset class="access-choices sound-hours">
        <legend>{said.hours}</legend>
        {hours.map((stretch, n) => (
          <div key={n} class="sound-stretch">
            <Time label={said.from} value={stretch.from} onTime={(from) => change(n, { from })} />
            <Time label={said.to} value={stretch.to} onTime={(to) => change(n, { to })} />
            <Volume
              {...{ scene }}
              label={said.volume}
              volume={stretch.volume}
              onVolume={(value) => change(n, { volume: value })}
            />
            <button
              type="button"
              class="access-manage"
              aria-label={said.removeStretch(stretch.from, stretch.to)}
              onClick={() => setHours(hours.filter((_, at) => at !== n))}
            >
              {said.remove}
            </button>
          </div>
        ))}
        {hours.length < mostStretches && (
          <button type="button" class="access-manage" onClick={() => setHours([...hours, newStretch])}>
            {said.add}
          </button>
        )}
      </fieldset>
    </ActForm>
  );
}

type VolumeProps = {
  readonly scene: Scene;
  readonly label: string;
  readonly volume: number;
  readonly onVolume: (volume: number) => void;
};

function Volume({ scene, label, volume, onVolume }: VolumeProps) {
  const said = scene.words.sound;
  // One that was set over the wire may lie between the steps.
  const offered = steps.includes(volume) ? steps : [...steps, volume].sort((a, b) => a - b);
  return (
    <label class="access-field">
      {label}
      <select value={String(volume)} onChange={(event) => onVolume(Number(event.currentTarget.value))}>
        {offered.map((percent) => (
          <option key={percent} value={String(percent)}>
            {percent === 0 ? said.silent : said.percent(percent)}
          </option>
        ))}
      </select>
    </label>
  );
}

type TimeProps = { readonly label: string; readonly value: string; readonly onTime: (time: string) => void };

function Time({ label, value, onTime }: TimeProps) {
  return (
    <label class="access-field">
      {label}
      <input type="time" required value={value} onChange={(event) => onTime(event.currentTarget.value)} />
    </label>
  );
}
