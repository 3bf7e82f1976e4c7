import type { Failure, Station } from '@antrean/client';
import type { Catalogue } from '@antrean/domain';
import { sentenceFor } from '@antrean/protocol';
import { OwnSecretForm } from '@antrean/ui';
import { useCallback, useState } from 'preact/hooks';
import { OtherTab } from './entry/other-tab.tsx';
import { SignIn } from './entry/sign-in.tsx';
import { type Session, sessionOf } from './session.ts';
import { isSuperseded, type SessionEnd } from './session-end.ts';
import { SignedIn, type SignedInProps } from './signed-in.tsx';
import type { StationLine } from './station-line.ts';
import { type Locale, type OnLanguage, sessionEndText } from './telling.ts';
import { useOneTab } from './use-one-tab.ts';

export type CounterAppProps = {
  readonly station: Station;
  readonly catalogue: Catalogue;
  /** Null when only the session can tell which counter this device is. */
  readonly counterId: string | null;
  /** The machine around the page; null in a browser. */
  readonly line: StationLine | null;
  readonly demo: { readonly officer: string; readonly pin: string } | null;
  readonly isDemo: boolean;
  readonly session: Session | null;
  readonly locale: Locale;
  readonly shortcutsOn: boolean;
  /** The clock that the age of the picture is told in, epoch milliseconds. */
  readonly stationNow: () => number;
  readonly onSession: (session: Session | null) => void;
  readonly onChangeCounter: (() => void) | null;
  readonly onLanguage: OnLanguage;
  readonly onShortcuts: (on: boolean) => void;
};

/** One counter from signing in to signing out. */
export function CounterApp(props: CounterAppProps) {
  const { station, catalogue, demo, locale } = props;
  const [session, setSession] = useState(props.session);
  /** Signed in with a PIN that somebody else knows. */
  const [first, setFirst] = useState<{ readonly session: Session; readonly pin: string } | null>(null);
  const [why, setWhy] = useState<SessionEnd | null>(null);
  const become = useCallback(
    (next: Session | null, reason: SessionEnd | null) => {
      props.onSession(next);
      setSession(next);
      setWhy(reason);
    },
    [props.onSession],
  );
  const signIn = async (officer: string, pin: string): Promise<Failure | null> => {
    const { counterId } = props;
    const answer = await station.signIn({ officer, pin, ...(counterId === null ? {} : { counterId }) });
    if (!answer.ok) return answer.error;
    const begun = sessionOf(answer.value, counterId ?? '');
    if (answer.value.mustChange) setFirst({ session: begun, pin });
    else become(begun, null);
    return null;
  };
  if (first) {
    const choose = async (next: string) => {
      const changed = await station.changeSecret({ current: first.pin, next });
      if (!changed.ok) return sentenceFor(locale.language, changed.error.code);
      setFirst(null);
      become(first.session, null);
      return null;
    };
    return <OwnSecretForm kind="pin" person={first.session.officer} language={locale.language} onChoose={choose} />;
  }
  if (!session) {
    const place = catalogue.counters.find(({ id }) => id === props.counterId);
    return (
      <SignIn
        mall={catalogue.site.name}
        counterName={place?.name ?? null}
        demo={demo}
        why={why && sessionEndText(locale, catalogue, why)}
        isSuperseded={why !== null && isSuperseded(why)}
        locale={locale}
        onSignIn={signIn}
        onChangeCounter={props.onChangeCounter}
        onLanguage={props.onLanguage}
      />
    );
  }
  const signOut = () => {
    become(null, { why: 'signedOut' });
    void station.signOut();
  };
  return (
    <DeskTab
      {...props}
      key={session.token}
      session={session}
      onEnd={(reason) => become(null, reason)}
      onSignOut={signOut}
    />
  );
}

function DeskTab(props: SignedInProps) {
  const [isHere, take] = useOneTab(props.session.token);
  return isHere ? <SignedIn {...props} /> : <OtherTab locale={props.locale} onTake={take} />;
}
