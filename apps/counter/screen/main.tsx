import { type KeptCatalogue, keepCatalogue, openStation, readDemo, type Station } from '@antrean/client';
import type { CatalogueAnswer, DemoAnswer } from '@antrean/protocol';
import { counterWordsIn, Message, useLanguage, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CounterApp } from './counter-app.tsx';
import { CounterPicker } from './entry/counter-picker.tsx';
import { keepSession, keptSession } from './session.ts';
import type { Locale, OnLanguage } from './telling.ts';

const shortcutsName = 'antrean.shortcuts';

type ScreenProps = {
  readonly station: Station;
  readonly kept: KeptCatalogue;
  readonly demo: DemoAnswer | null;
  readonly counterId: string | null;
};

function Screen(props: ScreenProps) {
  const answer = useSource(props.kept);
  const [language, onLanguage] = useLanguage();
  const isUnknown = useIsUnknown(props.station);
  const words = counterWordsIn(language);
  useEffect(() => {
    const place = answer?.catalogue.counters.find(({ id }) => id === props.counterId);
    document.title = `${place ? words.common.counter(place.name) : words.counter.title} · Antrean`;
  }, [words, answer, props.counterId]);
  if (isUnknown)
    return (
      <Message title={words.counter.unknownDevice}>
        <p>{words.counter.unknownDeviceHelp}</p>
      </Message>
    );
  if (!answer) return <Message title={words.counter.loading} />;
  const locale: Locale = { language, words, timeZone: answer.catalogue.site.timeZone };
  return <Mall {...props} answer={answer} locale={locale} onLanguage={onLanguage} />;
}

type MallProps = ScreenProps & {
  readonly answer: CatalogueAnswer;
  readonly locale: Locale;
  readonly onLanguage: OnLanguage;
};

function Mall({ station, demo, counterId, answer, locale, onLanguage }: MallProps) {
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

/** Whether the server does not know this machine: no waiting helps then, only a person. */
function useIsUnknown(station: Station): boolean {
  const [isUnknown, setIsUnknown] = useState(false);
  useEffect(() => {
    void station.catalogue().then((answer) => {
      setIsUnknown(!answer.ok && (answer.error.code === 'access.denied' || answer.error.code === 'access.expired'));
    });
  }, [station]);
  return isUnknown;
}

const place = document.getElementById('screen') as HTMLElement;
const demo = await readDemo('');
const counterId = new URLSearchParams(location.search).get('counter');
// The picker needs no counter of its own to look at the mall; any of the demonstration's devices may read it.
const device = demo?.counters.find((one) => one.counterId === counterId) ?? demo?.counters[0];
const kept = keptSession(sessionStorage, counterId);
const station = openStation({
  url: '',
  token: device?.token ?? null,
  ...(kept ? { session: kept.token } : {}),
});
render(<Screen station={station} kept={keepCatalogue(station)} demo={demo} counterId={counterId} />, place);
