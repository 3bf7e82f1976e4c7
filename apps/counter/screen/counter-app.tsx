import { type Failure, newKey, type Station } from '@antrean/client';
import { type Catalogue, counterView } from '@antrean/domain';
import { useNow, useSource } from '@antrean/ui';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Desk } from './desk/desk.tsx';
import { Message } from './entry/message.tsx';
import { SignIn } from './entry/sign-in.tsx';
import { type Choice, orderFor, orderOver } from './orders.ts';
import { openPresses, type Presses } from './presses.ts';
import { type Session, sessionOf } from './session.ts';
import type { Locale, OnLanguage } from './telling.ts';

export type CounterAppProps = {
  readonly station: Station;
  readonly catalogue: Catalogue;
  /** Null when only the session can tell which counter this device is. */
  readonly counterId: string | null;
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
  const [why, setWhy] = useState<'ended' | 'signedOut' | null>(null);
  const become = useCallback(
    (next: Session | null, reason: 'ended' | 'signedOut' | null) => {
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
    become(sessionOf(answer.value, counterId ?? ''), null);
    return null;
  };
  if (!session) {
    const place = catalogue.counters.find(({ id }) => id === props.counterId);
    return (
      <SignIn
        mall={catalogue.site.name}
        counterName={place?.name ?? null}
        demo={demo}
        why={why}
        locale={locale}
        onSignIn={signIn}
        onChangeCounter={props.onChangeCounter}
        onLanguage={props.onLanguage}
      />
    );
  }
  const signOut = () => {
    become(null, 'signedOut');
    void station.signOut();
  };
  return (
    <SignedIn
      {...props}
      key={session.token}
      session={session}
      onEnded={() => become(null, 'ended')}
      onSignOut={signOut}
    />
  );
}

type SignedInProps = CounterAppProps & {
  readonly session: Session;
  readonly onEnded: () => void;
  readonly onSignOut: () => void;
};

function SignedIn(props: SignedInProps) {
  const { station, catalogue, session, locale, stationNow, onEnded } = props;
  const { hall, link } = useSource(station.live);
  const now = useNow(station.live.serverNow);
  const presses = useMemo(() => pressesAt(station, session.counterId, onEnded), [station, session.counterId]);
  const pressState = useSource(presses);
  const view = useMemo(
    () => hall && counterView(hall, catalogue, session.counterId),
    [hall, catalogue, session.counterId],
  );
  if (!hall) return <Message title={locale.words.counter.loading} />;
  if (!view) return <Message title={locale.words.counter.unknownCounter(session.counterId)} />;
  return (
    <Desk
      hall={hall}
      view={view}
      catalogue={catalogue}
      link={link}
      officer={session.officer}
      now={now}
      stationNow={stationNow()}
      pressState={pressState}
      shortcutsOn={props.shortcutsOn}
      demo={props.isDemo}
      locale={locale}
      onChoose={(choice) => void presses.press(choice)}
      onForget={presses.forget}
      onShortcuts={props.onShortcuts}
      onLanguage={props.onLanguage}
      onSignOut={props.onSignOut}
    />
  );
}

function pressesAt(station: Station, counterId: string, onEnded: () => void): Presses {
  const give = async (choice: Choice, key: string) => {
    // Asked now and not when the button was drawn: between the two the hall may have moved.
    const counter = station.live.current().hall?.counters[counterId];
    const order = orderFor(choice, counterId, counter?.state === 'open' ? counter.ticketId : null);
    if (!order) return { ok: false, error: { code: 'ticket.state' } } as const;
    const answer = await orderOver(station.commands, order, key);
    if (!answer.ok && answer.error.code === 'access.expired') onEnded();
    return answer;
  };
  return openPresses({
    give,
    newKey,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}
