import { openStation, type Station } from '@antrean/client';
import type { CatalogueAnswer, DemoAnswer } from '@antrean/protocol';
import { type ScreenLanguage, sentenceFor, useSource, wordsIn } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CounterApp } from './counter-app.tsx';
import { readDemo } from './demo.ts';
import type { OnLanguage } from './desk/language-switch.tsx';
import { CounterPicker } from './entry/counter-picker.tsx';
import { Message } from './entry/message.tsx';
import { keepSession, keptSession } from './session.ts';
import type { Locale } from './telling.ts';

const languageName = 'antrean.language';
const shortcutsName = 'antrean.shortcuts';

type OpenedProps = {
  readonly station: Station;
  readonly answer: CatalogueAnswer;
  readonly demo: DemoAnswer | null;
  readonly counterId: string | null;
};

function Opened({ station, answer, demo, counterId }: OpenedProps) {
  const { catalogue } = answer;
  const [language, setLanguage] = useState<ScreenLanguage>(localStorage.getItem(languageName) === 'en' ? 'en' : 'id');
  const [shortcutsOn, setShortcutsOn] = useState(localStorage.getItem(shortcutsName) !== 'off');
  const locale: Locale = { language, words: wordsIn(language), timeZone: catalogue.site.timeZone };
  const place = catalogue.counters.find(({ id }) => id === counterId);
  useEffect(() => {
    const { common, counter } = locale.words;
    document.documentElement.lang = language;
    document.title = `${place ? common.counter(place.name) : counter.title} · Antrean`;
  }, [language, locale.words, place]);
  const onLanguage: OnLanguage = (chosen) => {
    localStorage.setItem(languageName, chosen);
    setLanguage(chosen);
  };
  if (demo && counterId === null)
    return <Picker station={station} answer={answer} demo={demo} locale={locale} onLanguage={onLanguage} />;
  if (counterId !== null && !place) return <Message title={locale.words.counter.unknownCounter(counterId)} />;
  const offered = demo?.counters.find((one) => one.counterId === counterId);
  return (
    <CounterApp
      station={station}
      catalogue={catalogue}
      counterId={counterId}
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

type PickerProps = Omit<OpenedProps, 'counterId' | 'demo'> & {
  readonly demo: DemoAnswer;
  readonly locale: Locale;
  readonly onLanguage: OnLanguage;
};

function Picker({ station, answer, demo, locale, onLanguage }: PickerProps) {
  const { hall } = useSource(station.live);
  return (
    <CounterPicker
      catalogue={answer.catalogue}
      hall={hall}
      offered={demo.counters}
      locale={locale}
      onPick={(counterId) => location.assign(`?counter=${encodeURIComponent(counterId)}`)}
      onLanguage={onLanguage}
    />
  );
}

async function open(screen: HTMLElement): Promise<void> {
  const words = wordsIn(localStorage.getItem(languageName) === 'en' ? 'en' : 'id');
  render(<Message title={words.counter.loading} />, screen);
  const demo = await readDemo((address) => fetch(address));
  const counterId = new URLSearchParams(location.search).get('counter');
  const device = demo?.counters.find((one) => one.counterId === counterId) ?? demo?.counters[0];
  const station = openStation({ url: '', token: device?.token ?? null });
  const kept = keptSession(sessionStorage, counterId);
  if (kept) station.resumeSession(kept.token);
  const answered = await station.catalogue();
  if (!answered.ok) {
    station.close();
    render(<Unopened code={answered.error.code} onRetry={() => void open(screen)} />, screen);
    return;
  }
  render(<Opened station={station} answer={answered.value} demo={demo} counterId={counterId} />, screen);
}

function Unopened({ code, onRetry }: { code: string; onRetry: () => void }) {
  const words = wordsIn(localStorage.getItem(languageName) === 'en' ? 'en' : 'id');
  const isUnknown = code === 'access.denied' || code === 'access.expired';
  return (
    <Message title={isUnknown ? words.counter.unknownDevice : sentenceFor(words, code)}>
      {isUnknown && <p>{words.counter.unknownDeviceHelp}</p>}
      <button type="button" class="entry-submit" onClick={onRetry}>
        {words.common.tryAgain}
      </button>
    </Message>
  );
}

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no place for the screen');
void open(screen);
