import { type Entrance, openStation, type Station } from '@antrean/client';
import { type DemoAnswer, type SetupAnswer, type SignInAnswer, sentenceFor } from '@antrean/protocol';
import { entryWordsIn, Message, OwnSecretForm, type ScreenLanguage } from '@antrean/ui';
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keepManager, keptManager, type ManagerSession } from './manager-session.ts';
import { PasswordForm, type WhyHere } from './password-form.tsx';
import { SetupForm } from './setup-form.tsx';
import { StayWarning } from './stay-warning.tsx';
import { useManagerWatch } from './use-manager-watch.ts';
import { whyEnded } from './why-ended.ts';

export type Inside = {
  readonly station: Station;
  readonly manager: ManagerSession;
  readonly leave: (why: WhyHere) => void;
};

type ManagerGateProps = {
  readonly entrance: Entrance;
  readonly demo: DemoAnswer | null;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
  readonly children: (inside: Inside) => ComponentChildren;
};

type Unproven = { readonly answer: SignInAnswer; readonly password: string };

const askAgainMs = 2_000;

/** What stands before a manager's page: the first manager is made, somebody signs in, a first password is replaced. */
export function ManagerGate(props: ManagerGateProps) {
  const { entrance, language, onLanguage } = props;
  const [manager, setManager] = useState(() => keptManager(sessionStorage));
  const [why, setWhy] = useState<WhyHere | null>(null);
  const [unproven, setUnproven] = useState<Unproven | null>(null);
  const [wantsSetup, setWantsSetup] = useState<boolean | null>(null);
  const setup = useSetup(entrance, manager === null);
  const become = (next: ManagerSession | null, reason: WhyHere | null) => {
    keepManager(sessionStorage, next);
    setManager(next);
    setWhy(reason);
    setUnproven(null);
  };
  const enter = ({ sessionToken, officer }: SignInAnswer) =>
    become({ token: sessionToken, name: officer.name, roles: officer.roles }, null);
  if (manager)
    return (
      <SignedIn key={manager.token} {...{ manager, language }} onLeft={(reason) => become(null, reason)}>
        {props.children}
      </SignedIn>
    );
  if (unproven) return <FirstPassword {...unproven} language={language} onChosen={() => enter(unproven.answer)} />;
  if (!setup) return <Message title={entryWordsIn(language).loading} />;
  const form = { entrance, language, onLanguage };
  if (wantsSetup ?? (!setup.hasManager && setup.hasCode))
    return (
      <SetupForm
        {...form}
        onBack={setup.hasManager ? () => setWantsSetup(false) : null}
        onMade={() => {
          setWantsSetup(false);
          setWhy('made');
        }}
      />
    );
  return (
    <PasswordForm
      {...form}
      demo={props.demo?.manager ?? null}
      why={why}
      onSetup={setup.hasCode && why !== 'made' ? () => setWantsSetup(true) : null}
      onSignedIn={(answer, password) => {
        if (answer.mustChange) setUnproven({ answer, password });
        else enter(answer);
      }}
    />
  );
}

type SignedInProps = {
  readonly manager: ManagerSession;
  readonly language: ScreenLanguage;
  readonly onLeft: (why: WhyHere) => void;
  readonly children: (inside: Inside) => ComponentChildren;
};

function SignedIn({ manager, language, onLeft, children }: SignedInProps) {
  const station = useMemo(() => openStation({ url: '', token: null, person: manager.token }), [manager.token]);
  useEffect(() => () => station.close(), [station]);
  const isLeaving = useRef(false);
  const leave = (why: WhyHere) => {
    // Several parts of the page may find out at once; the first one asks why.
    if (isLeaving.current) return;
    isLeaving.current = true;
    if (why === 'ended') void whyEnded(station).then((known) => onLeft(known ?? 'ended'));
    else {
      void station.signOut();
      onLeft(why);
    }
  };
  const presence = useManagerWatch(station, leave);
  return (
    <Fragment>
      <StayWarning {...{ station, presence }} words={entryWordsIn(language).stay} />
      {children({ station, manager, leave })}
    </Fragment>
  );
}

type FirstPasswordProps = Unproven & { readonly language: ScreenLanguage; readonly onChosen: () => void };

function FirstPassword({ answer, password, language, onChosen }: FirstPasswordProps) {
  const choose = async (next: string) => {
    const station = openStation({ url: '', token: null, session: answer.sessionToken });
    const changed = await station.changeSecret({ current: password, next });
    station.close();
    if (!changed.ok) return sentenceFor(language, changed.error.code, changed.error.values);
    onChosen();
    return null;
  };
  return <OwnSecretForm kind="password" person={answer.officer.name} language={language} onChoose={choose} />;
}

/** Whether a first manager is awaited; asked until the server answers, and again when somebody is out. */
function useSetup(entrance: Entrance, isOut: boolean): SetupAnswer | null {
  const [setup, setSetup] = useState<SetupAnswer | null>(null);
  useEffect(() => {
    if (!isOut) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await entrance.setup();
      if (isOver) return;
      if (answer.ok) setSetup(answer.value);
      else timer = setTimeout(ask, askAgainMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [entrance, isOut]);
  return setup;
}
