import { openPresence, type Station } from '@antrean/client';
import type { Catalogue } from '@antrean/domain';
import { sentenceFor } from '@antrean/protocol';
import { LanguageSwitch, Message, OwnSecretForm, type ScreenLanguage, SignInForm, useSource } from '@antrean/ui';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { StayWarning } from '../entry/stay-warning.tsx';
import { type Why, whyEnded } from '../entry/why-ended.ts';
import { BoardPage } from './board-page.tsx';
import { type Session, sessionOf } from './session.ts';
import type { Locale } from './telling.ts';
import { watchBoard } from './watch-board.ts';

export type BoardAppProps = {
  readonly station: Station;
  readonly catalogue: Catalogue;
  readonly demo: { readonly officer: string; readonly pin: string } | null;
  readonly session: Session | null;
  readonly locale: Locale;
  readonly onSession: (session: Session | null) => void;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

/** The board from signing in to signing out. */
export function BoardApp(props: BoardAppProps) {
  const { station, catalogue, demo, locale } = props;
  const { language, words } = locale;
  const [session, setSession] = useState(props.session);
  /** Signed in with a PIN that somebody else knows. */
  const [first, setFirst] = useState<{ readonly session: Session; readonly pin: string } | null>(null);
  const [why, setWhy] = useState<Why | null>(null);
  const become = useCallback((next: Session | null, reason: Why | null) => {
    props.onSession(next);
    setSession(next);
    setWhy(reason);
  }, []);
  const signIn = async (officer: string, pin: string): Promise<string | null> => {
    const answer = await station.signIn({ officer, pin });
    if (!answer.ok) return sentenceFor(language, answer.error.code, answer.error.values);
    if (!answer.value.officer.roles.includes('supervisor')) {
      void station.signOut();
      return words.board.signIn.notSupervisor;
    }
    if (answer.value.mustChange) setFirst({ session: sessionOf(answer.value), pin });
    else become(sessionOf(answer.value), null);
    return null;
  };
  if (first) {
    const choose = async (next: string) => {
      const changed = await station.changeSecret({ current: first.pin, next });
      if (!changed.ok) return sentenceFor(language, changed.error.code);
      setFirst(null);
      become(first.session, null);
      return null;
    };
    return <OwnSecretForm kind="pin" person={first.session.officer} language={language} onChoose={choose} />;
  }
  if (!session)
    return (
      <SignInForm
        mall={catalogue.site.name}
        title={words.board.title}
        why={why && words.board.signIn[why]}
        demo={demo}
        words={words}
        onSignIn={signIn}
      >
        <LanguageSwitch language={language} label={words.board.language} onChoose={props.onLanguage} />
      </SignInForm>
    );
  return <SignedIn {...props} key={session.token} session={session} onLeft={become} />;
}

type SignedInProps = BoardAppProps & {
  readonly session: Session;
  readonly onLeft: (session: null, why: Why) => void;
};

function SignedIn({ station, catalogue, session, locale, onLanguage, onLeft }: SignedInProps) {
  const leave = (why: Why) => {
    onLeft(null, why);
    void station.signOut();
  };
  const onEnded = useCallback(
    () => void whyEnded(station).then((why) => onLeft(null, why ?? 'ended')),
    [station, onLeft],
  );
  const presence = useMemo(
    () =>
      openPresence({
        tell: station.presence,
        ask: station.session,
        now: station.live.serverNow,
        onEnd: () => leave('idle'),
      }),
    [station, onLeft],
  );
  useEffect(
    () =>
      station.onSignIn((counterId) => {
        if (counterId !== null) return;
        // A server that does not answer says nothing of the session.
        void whyEnded(station).then((why) => why && why !== 'ended' && onLeft(null, why));
      }),
    [station, onLeft],
  );
  const watched = useMemo(() => watchBoard(station.live, catalogue), [station, catalogue]);
  useEffect(() => watched.close, [watched]);
  const moment = useSource(watched);
  if (!moment) return <Message title={locale.words.board.loading} />;
  return (
    <>
      <StayWarning {...{ station, presence }} words={locale.words.board.stay} />
      <BoardPage
        {...{ station, catalogue, moment, locale, onLanguage, onEnded }}
        officer={session.officer}
        onSignOut={() => leave('signedOut')}
      />
    </>
  );
}
