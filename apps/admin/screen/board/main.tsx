import {
  type KeptCatalogue,
  keepCatalogue,
  openEntrance,
  openStation,
  ownToken,
  readDemo,
  type Station,
} from '@antrean/client';
import { type DemoAnswer, sentenceFor } from '@antrean/protocol';
import { boardWordsIn, EnrolForm, Message, useLanguage, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { BoardApp } from './board-app.tsx';
import { keepSession, keptSession } from './session.ts';
import type { Locale } from './telling.ts';

type ScreenProps = { readonly station: Station; readonly kept: KeptCatalogue; readonly demo: DemoAnswer | null };

function Screen({ station, kept, demo }: ScreenProps) {
  const answer = useSource(kept);
  const [language, onLanguage] = useLanguage();
  const isUnknown = useSource(kept.isUnknown);
  const words = boardWordsIn(language);
  useEffect(() => {
    document.title = `${words.board.title} · Antrean`;
  }, [words]);
  if (isUnknown) {
    const onEnrol = async (code: string) => {
      const answered = await openEntrance({ url: '' }).enrol(code, 'reception');
      if (!answered.ok) return sentenceFor(language, answered.error.code);
      own.keep(answered.value.token);
      location.reload();
      return null;
    };
    return <EnrolForm kind="board" wasShutOut={token !== null} {...{ language, onLanguage, onEnrol }} />;
  }
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

const place = document.getElementById('screen') as HTMLElement;
const demo = await readDemo('');
const own = ownToken(localStorage, 'board');
const token = demo?.board.token ?? own.read();
const session = keptSession(sessionStorage);
const station = openStation({
  url: '',
  token,
  ...(session ? { session: session.token } : {}),
});
render(<Screen station={station} kept={keepCatalogue(station)} demo={demo} />, place);
