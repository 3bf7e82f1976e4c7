import { type KeptCatalogue, keepCatalogue, newKey, openStation, readDemo, type Station } from '@antrean/client';
import { defaultRules } from '@antrean/domain';
import { isInsideStation } from '@antrean/station/bridge';
import { kioskLanguages, kioskWordsIn, readKioskWords, useNow, useSource } from '@antrean/ui';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Kiosk } from './kiosk.tsx';
import { type Numbers, numbersOfServer, numbersOfStation } from './numbers.ts';
import { ConnectingPage } from './pages/connecting-page.tsx';
import { EnrolPage } from './pages/enrol-page.tsx';
import { NotEnrolledPage } from './pages/not-enrolled-page.tsx';
import { useStationNow } from './use-station-now.ts';
import '@antrean/ui/base.css';

// A kiosk without a token may be given one at any time, and nobody stands there to press "reload".
const askAgainMs = 15_000;

const screen = document.getElementById('kiosk');
if (!screen) throw new Error('the page has no place for the kiosk');
// Before anything is drawn, so that the first page is not laid out twice.
for (const font of ['700 1em "Plus Jakarta Sans Variable"', '700 1em "Atkinson Hyperlegible Next Variable"'])
  void document.fonts.load(font);
render(<ConnectingPage words={kioskWordsIn('id')} isHopeless={false} />, screen);

if (await isInsideStation('kiosk', (url, init) => fetch(url, init))) {
  const station = openStation({ url: '', token: null });
  show(
    station,
    numbersOfStation(
      (url, init) => fetch(url, init),
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ),
  );
} else {
  const demo = await readDemo('');
  if (demo) {
    const station = openStation({ url: '', token: demo.kioskToken });
    show(station, numbersOfServer(station.commands));
  } else {
    render(<ConnectingPage words={kioskWordsIn('id')} isHopeless />, screen);
    setTimeout(() => location.reload(), askAgainMs);
  }
}

function show(station: Station, numbers: Numbers): void {
  if (screen) render(<Root station={station} catalogue={keepCatalogue(station)} numbers={numbers} />, screen);
}

function Root(props: { station: Station; catalogue: KeptCatalogue; numbers: Numbers }) {
  const { station, numbers } = props;
  const live = useSource(station.live);
  const answer = useSource(props.catalogue);
  const now = useNow(Date.now);
  const wanted = answer?.catalogue.rules.languages ?? defaultRules.languages;
  const [languages, setLanguages] = useState(() => kioskLanguages(wanted));
  useEffect(() => void readKioskWords(wanted).then(setLanguages), [wanted.join()]);
  if (!answer) return <Starting numbers={numbers} />;
  return (
    <Kiosk
      live={live}
      catalogue={answer.catalogue}
      mostUsed={usedLately(answer)}
      at={station.live.serverNow()}
      now={now}
      languages={languages}
      numbers={numbers}
      newKey={newKey}
    />
  );
}

/** Nothing is known of the mall yet; a kiosk that the server does not know says so, for whoever set it up. */
function Starting({ numbers }: { numbers: Numbers }) {
  const words = kioskWordsIn('id');
  switch (useStationNow(numbers)?.server) {
    case 'unenrolled':
      return <EnrolPage wasShutOut={false} />;
    case 'refused':
      return <NotEnrolledPage words={words} />;
    default:
      return <ConnectingPage words={words} isHopeless={false} />;
  }
}

/** A server of an earlier version does not say what was used most. */
function usedLately(answer: object): readonly string[] {
  return 'mostUsed' in answer && Array.isArray(answer.mostUsed) ? answer.mostUsed : [];
}
