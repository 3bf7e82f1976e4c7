import { openStation, type Station } from '@antrean/client';
import type { Catalogue } from '@antrean/domain';
import { useSource, wordsIn } from '@antrean/ui';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Kiosk } from './kiosk.tsx';
import { ConnectingPage } from './pages/connecting-page.tsx';
import { findSurroundings } from './surroundings.ts';
import { type NumberTaking, takeThroughServer, takeThroughStation } from './take-number.ts';
import '@antrean/ui/base.css';

const catalogueRetryMs = 2_000;
const catalogueAgainMs = 60_000;

const surroundings = await findSurroundings((url, init) => fetch(url, init));
const screen = document.getElementById('kiosk');
if (!screen) throw new Error('the page has no place for the kiosk');

if (surroundings.kind === 'none') {
  render(<ConnectingPage words={wordsIn('id')} isHopeless />, screen);
  setTimeout(() => location.reload(), 10_000);
} else {
  const token = surroundings.kind === 'station' ? null : surroundings.token;
  const station = openStation({ url: '', token });
  const numbers =
    surroundings.kind === 'station'
      ? takeThroughStation((url, init) => fetch(url, init))
      : takeThroughServer(station.commands);
  render(<Root station={station} numbers={numbers} />, screen);
}

function Root({ station, numbers }: { station: Station; numbers: NumberTaking }) {
  const live = useSource(station.live);
  const catalogue = useCatalogue(station);
  const now = useNow();
  if (!catalogue) return <ConnectingPage words={wordsIn('id')} isHopeless={false} />;
  return (
    <Kiosk
      live={live}
      catalogue={catalogue}
      at={station.live.serverNow()}
      now={now}
      numbers={numbers}
      newKey={() => crypto.randomUUID()}
    />
  );
}

/** The one clock of the page. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function useCatalogue(station: Station): Catalogue | null {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let known = '';
    const load = async () => {
      const answer = await station.catalogue();
      if (answer.ok) {
        const text = JSON.stringify(answer.value.catalogue);
        // The same object for the same mall, because the search index hangs on it.
        if (text !== known) setCatalogue(answer.value.catalogue);
        known = text;
      }
      timer = setTimeout(() => void load(), known === '' ? catalogueRetryMs : catalogueAgainMs);
    };
    void load();
    return () => clearTimeout(timer);
  }, [station]);
  return catalogue;
}
