import { loudnessOf, quietAt, siteTime, volumeAt } from '@antrean/domain';
import { ScrollBox, useNow, useSource, wallTimeText } from '@antrean/ui';
import { useState } from 'preact/hooks';
import type { Scene } from './scene.ts';
import { SoundForm } from './sound-form.tsx';

/** How loud each zone speaks now and by the hour, and the way to change it. */
export function SoundPanel({ scene }: { readonly scene: Scene }) {
  const { station, words, catalogue, language } = scene;
  const said = words.sound;
  const { hall } = useSource(station.live);
  const now = useNow(station.live.serverNow);
  const [changing, setChanging] = useState<string | null>(null);
  if (!hall) return null;
  const { time } = siteTime(now, catalogue.site.timeZone);
  const wall = (text: string) => wallTimeText(text, language);
  const nowText = (zoneId: string) => {
    const loudness = loudnessOf(hall, zoneId);
    const quiet = quietAt([loudness], time);
    if (!quiet) return said.percent(volumeAt(loudness, time));
    return quiet.until === null ? said.silent : said.quietUntil(wall(quiet.until));
  };
  const zone = catalogue.zones.find(({ id }) => id === changing);
  return (
    <div class="panel access-panel">
      <div class="access-head">
        <h2>{said.title}</h2>
      </div>
      <ScrollBox class="table-scroll" label={said.title}>
        <table>
          <thead>
            <tr>
              {[said.zone, said.now, said.usual, said.hours].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {catalogue.zones.map((one) => {
              const { volume, hours } = loudnessOf(hall, one.id);
              const name = language === 'en' ? one.nameEn : one.name;
              return (
                <tr key={one.id}>
                  <th scope="row">{name}</th>
                  <td>{nowText(one.id)}</td>
                  <td>{volume === 0 ? said.silent : said.percent(volume)}</td>
                  <td class="access-roles">
                    {hours.map((hour) => said.stretch(wall(hour.from), wall(hour.to), hour.volume)).join(' · ') || '–'}
                  </td>
                  <td class="access-end">
                    <button
                      type="button"
                      class="access-manage"
                      aria-label={words.manageName(name)}
                      onClick={() => setChanging(one.id)}
                    >
                      {words.manage}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {zone && <SoundForm {...{ scene, zone }} was={loudnessOf(hall, zone.id)} onClose={() => setChanging(null)} />}
    </div>
  );
}
