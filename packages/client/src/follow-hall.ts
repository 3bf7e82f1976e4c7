import { type Receipt, type Speak, silenceMs, type VoiceBeat } from '@antrean/protocol';
import type { Clock } from './clock.ts';
import type { ConnectFeed, FeedSocket } from './feed-socket.ts';
import { type Effect, type Message, receive, startCopy, wakeAt } from './follow.ts';
import type { Live, LiveHall } from './live-hall.ts';

export type FollowOptions = {
  readonly url: string;
  readonly token: string | null;
  readonly person: string | null;
  readonly clock: Clock;
  readonly connect: ConnectFeed;
  readonly random: () => number;
  /** Receipts, signing in and what is to be spoken come over the same connection and move no copy of the hall. */
  readonly hearReceipt: (receipt: Receipt) => void;
  readonly hearSignIn: (counterId: string | null) => void;
  readonly hearSpeak: (speak: Speak) => void;
};

/** Keeps a copy of the hall over a connection that may break at any time. What to do is decided in `follow.ts`; here it is done. */
export function followHall(options: FollowOptions): LiveHall & { tellVoice(beat: VoiceBeat): void } {
  const { url, token, person, clock, connect, random, hearReceipt, hearSignIn, hearSpeak } = options;
  const listeners = new Set<() => void>();
  let copy = startCopy(clock.now());
  let live: Live = { hall: copy.hall, link: copy.link };
  let socket: FeedSocket | null = null;
  let alarm: { readonly at: number; readonly cancel: () => void } | null = null;
  let isClosed = false;

  function take(message: Message): void {
    if (isClosed) return;
    const step = receive(copy, message, clock.now(), random());
    copy = step.copy;
    for (const effect of step.effects) perform(effect);
    setAlarm();
    if (copy.hall === live.hall && copy.link === live.link) return;
    live = { hall: copy.hall, link: copy.link };
    for (const listener of [...listeners]) listener();
  }

  function perform(effect: Effect): void {
    switch (effect.kind) {
      case 'connect':
        socket?.close();
        socket = open();
        return;
      case 'disconnect':
        socket?.close();
        socket = null;
        return;
      case 'join': {
        const asked = socket;
        asked?.join(effect.join, (answer) => {
          if (asked === socket) take({ kind: 'joined', answer });
        });
      }
    }
  }

  function open(): FeedSocket {
    // What an older connection still has to say is not about the log that is followed now.
    const takeIfCurrent = (message: Message) => {
      if (opened === socket) take(message);
    };
    const opened: FeedSocket = connect(
      { url, token, person },
      {
        connected: () => takeIfCurrent({ kind: 'connected' }),
        closed: () => takeIfCurrent({ kind: 'disconnected' }),
        event: (event) => takeIfCurrent({ kind: 'event', event }),
        beat: (beat) => takeIfCurrent({ kind: 'beat', beat }),
        receipt: (receipt) => {
          if (opened === socket && !isClosed) hearReceipt(receipt);
        },
        signedIn: (counterId) => {
          if (opened === socket && !isClosed) hearSignIn(counterId);
        },
        speak: (speak) => {
          if (opened === socket && !isClosed) hearSpeak(speak);
        },
      },
    );
    return opened;
  }

  // An alarm that is set earlier than needed stays: it looks again, and an event costs no new timer.
  function setAlarm(): void {
    const now = clock.now();
    const at = Math.min(wakeAt(copy), now + silenceMs);
    if (alarm && alarm.at <= at && alarm.at >= now) return;
    alarm?.cancel();
    const cancel = clock.after(Math.max(0, at - now), () => {
      alarm = null;
      take({ kind: 'time' });
    });
    alarm = { at, cancel };
  }

  take({ kind: 'time' });
  return {
    current: () => live,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    serverNow: () => clock.now() + copy.serverAhead,
    tellVoice: (beat) => socket?.voice(beat),
    close() {
      isClosed = true;
      listeners.clear();
      alarm?.cancel();
      alarm = null;
      socket?.close();
      socket = null;
    },
  };
}
