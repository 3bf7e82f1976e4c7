import { type KeptCatalogue, keepCatalogue, openStation, readDemo, type Station } from '@antrean/client';
import type { DemoAnswer } from '@antrean/protocol';
import { boardWordsIn, Message, useLanguage, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { BoardApp } from './board-app.tsx';
import { keepSession, keptSession } from './session.ts';
import type { Locale } from './telling.ts';

type ScreenProps = { readonly station: Station; readonly kept: KeptCatalogue; readonly demo: DemoAnswer | null };

function Screen({ station, kept, demo }: ScreenProps) {
  const answer = useSource(kept);
  const [language, onLanguage] = useLanguage();
  const isUnknown = useIsUnknown(station);
  const words = boardWordsIn(language);
  useEffect(() => {
    document.title = `${words.board.title} · Antrean`;
  }, [words]);
  if (isUnknown)
    return (
      <Message title={words.board.unknownDevice}>
        <p>{words.board.unknownDeviceHelp}</p>
      </Message>
    );
  if (!answer) return <Message title={words.board.loading} />;
  const locale: Locale = { language, words, timeZone: answer.catalogue.site.timeZone };
  return (
    <BoardApp
      station={station}
      catalogue={answer.catalogue}
      demo={demo && { officer: demo.board.officer, pin: demo.pin }}
      session={keptSession(sessionStorage)}
      locale={locale}
      onSession={(session) => keepSession(sessionStorage, session)}
      onLanguage={onLanguage}
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
const session = keptSession(sessionStorage);
const station = openStation({
  url: '',
  token: demo?.board.token ?? null,
  ...(session ? { session: session.token } : {}),
});
render(<Screen station={station} kept={keepCatalogue(station)} demo={demo} />, place);
