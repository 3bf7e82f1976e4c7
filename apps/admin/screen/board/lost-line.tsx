import type { Station } from '@antrean/client';
import { useNow } from '@antrean/ui';
import { ageText, type Locale } from './telling.ts';

/** Says, while the link is down, that what the board shows may be old. By itself: its second draws no table. */
export function LostLine({ station, locale }: { readonly station: Station; readonly locale: Locale }) {
  useNow(station.live.serverNow);
  const { link } = station.live.current();
  if (link.state !== 'lost') return null;
  const { banner } = locale.words.counter;
  return (
    <p class="lost-line">
      <strong>{banner.lost(ageText(locale.words, Date.now() - link.since))}</strong> {banner.lostHelp}
    </p>
  );
}
