import {
  type KeptCatalogue,
  keepCatalogue,
  openEntrance,
  openStation,
  ownToken,
  readDemo,
  type Station,
} from '@antrean/client';
import type { CatalogueAnswer, DemoAnswer } from '@antrean/protocol';
import { enrolStation, isInsideStation } from '@antrean/station/bridge';
import { counterWordsIn, Message, useLanguage, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CounterApp } from './counter-app.tsx';
import { BeforeDesk } from './entry/before-desk.tsx';
import { CounterPicker } from './entry/counter-picker.tsx';
import { EnrolPage } from './entry/enrol-page.tsx';
import { ownCounter } from './entry/own-counter.ts';
import { keepSession, keptSession } from './session.ts';
import { openStationLine, type StationLine } from './station-line.ts';
import type { Locale, OnLanguage } from './telling.ts';

const shortcutsName = 'antrean.shortcuts';
const enrolledMs = 15_000;

type ScreenProps = {
  readonly station: Station;
  readonly kept: KeptCatalogue;
  readonly demo: DemoAnswer | null;
  readonly counterId: string | null;
  /** The machine around the page; null in a browser. */
  readonly line: StationLine | null;
  /** Whether this device held a token when the page was loaded. */
  readonly wasKnown: boolean;
  readonly enrol: (code: string) => Promise<string | null>;
};

function Screen(props: ScreenProps) {
  const answer = useSource(props.kept);
  const [language, onLanguage] = useLanguage();
  const isUnknown = useSource(props.kept.isUnknown);
  const words = counterWordsIn(language);
  useEffect(() => {
    const place = answer?.catalogue.counters.find(({ id }) => id === props.counterId);
    document.title = `${place ? words.common.counter(place.name) : words.counter.title} · Antrean`;
  }, [words, answer, props.counterId]);
  if (isUnknown) return <EnrolPage wasShutOut={answer !== null || props.wasKnown} enrol={props.enrol} />;
  if (!answer) return <Message title={words.counter.loading} />;
  const locale: Locale = { language, words, timeZone: answer.catalogue.site.timeZone };
  return <Mall {...props} answer={answer} locale={locale} onLanguage={onLanguage} />;
}

type MallProps = ScreenProps & {
  readonly answer: CatalogueAnswer;
  readonly locale: Locale;
  readonly onLanguage: OnLanguage;
};

function Mall({ station, demo, counterId, line, answer, locale, onLanguage }: MallProps) {
  const { catalogue } = answer;
  const { hall } = useSource(station.live);
  const [shortcutsOn, setShortcutsOn] = useState(localStorage.getItem(shortcutsName) !== 'off');
  if (demo && counterId === null)
    return (
      <CounterPicker
        catalogue={catalogue}
        hall={hall}
        offered={demo.counters}
        locale={locale}
        onPick={(chosen) => location.assign(`?counter=${encodeURIComponent(chosen)}`)}
        onLanguage={onLanguage}
      />
    );
  if (counterId !== null && !catalogue.counters.some(({ id }) => id === counterId))
    return <Message title={locale.words.counter.unknownCounter(counterId)} />;
  const offered = demo?.counters.find((one) => one.counterId === counterId);
  return (
    <CounterApp
      station={station}
      catalogue={catalogue}
      counterId={counterId}
      line={line}
      demo={demo && offered ? { officer: offered.officer, pin: demo.pin } : null}
      isDemo={answer.demo}
      session={keptSession(sessionStorage, counterId)}
      locale={locale}
      shortcutsOn={shortcutsOn}
      stationNow={Date.now}
      onSession={(session) => keepSession(sessionStorage, session)}
      onChangeCounter={demo ? () => location.assign(location.pathname) : null}
      onLanguage={onLanguage}
      onShortcuts={(on) => {
        localStorage.setItem(shortcutsName, on ? 'on' : 'off');
        setShortcutsOn(on);
      }}
    />
  );
}

const place = document.getElementById('screen') as HTMLElement;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const ask: typeof fetch = (url, init) => fetch(url, init);
const enrolOwn = (code: string) => enrolStation(code, ask);
render(<BeforeDesk own={null} />, place);
await ((await isInsideStation('counter', ask)) ? showOwn() : showChosen());

/** Inside a station, whose device stands at one counter. */
async function showOwn(): Promise<void> {
  const station = openStation({ url: '', token: null });
  const own = await ownCounter(station);
  if (own.is === 'unknown') {
    render(<EnrolPage wasShutOut={false} enrol={enrolOwn} />, place);
    // It may be enrolled in another way; but whoever types a code is not disturbed.
    for (;;) {
      await pause(enrolledMs);
      if ((await ownCounter(station)).is === 'counter') return location.reload();
    }
  }
  if (own.is !== 'counter') {
    render(<BeforeDesk own={own.is} />, place);
    // It may be enrolled at any time, and a program's window has no button to load it again.
    return void pause(enrolledMs).then(() => location.reload());
  }
  const kept = keptSession(sessionStorage, own.counterId);
  if (kept) station.resumeSession(kept.token);
  const line = openStationLine(ask, (path) => new EventSource(path));
  render(
    <Screen
      station={station}
      kept={keepCatalogue(station)}
      demo={null}
      counterId={own.counterId}
      line={line}
      wasKnown
      enrol={enrolOwn}
    />,
    place,
  );
}

/** In a browser: a counter of the demonstration, or a device that only the session names. */
async function showChosen(): Promise<void> {
  const demo = await readDemo('');
  const counterId = new URLSearchParams(location.search).get('counter');
  // The picker needs no counter of its own to look at the mall; any of the demonstration's devices may read it.
  const device = demo?.counters.find((one) => one.counterId === counterId) ?? demo?.counters[0];
  const own = ownToken(localStorage, 'counter');
  const token = device?.token ?? own.read();
  const enrol = async (code: string) => {
    const answer = await openEntrance({ url: '' }).enrol(code, 'counter');
    if (!answer.ok) return answer.error.code;
    own.keep(answer.value.token);
    return null;
  };
  const asked = counterId ?? (demo || token === null ? null : await standsAt(token));
  const kept = keptSession(sessionStorage, asked);
  const station = openStation({ url: '', token, ...(kept ? { session: kept.token } : {}) });
  render(
    <Screen
      station={station}
      kept={keepCatalogue(station)}
      demo={demo}
      counterId={asked}
      line={null}
      wasKnown={token !== null}
      enrol={enrol}
    />,
    place,
  );
}

/** The counter of a browser's own device; null when the server does not say. */
async function standsAt(token: string): Promise<string | null> {
  const station = openStation({ url: '', token });
  const own = await station.self();
  station.close();
  return own.ok ? own.value.counterId : null;
}
