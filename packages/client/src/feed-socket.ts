import type { Recorded } from '@antrean/domain';
import type { Beat, Join, Joined, JoinRefused, Receipt, Speak, VoiceBeat } from '@antrean/protocol';
import { io } from 'socket.io-client';

/** What one connection to the feed tells. `closed` comes once at most, for a connection that failed as well. */
export type FeedListener = {
  connected(): void;
  closed(): void;
  event(event: Recorded): void;
  beat(beat: Beat): void;
  receipt(receipt: Receipt): void;
  /** Null: somebody may have been signed out from afar. */
  signedIn(counterId: string | null): void;
  speak(speak: Speak): void;
};

/** One connection to the feed, never reused: whoever loses it opens another. After `close` it tells nothing more. */
export type FeedSocket = {
  join(join: Join, answered: (answer: Joined | JoinRefused) => void): void;
  /** Lost when the connection is not open: what it tells is old by the time it is. */
  voice(beat: VoiceBeat): void;
  close(): void;
};

export type ConnectFeed = (
  feed: { readonly url: string; readonly token: string | null; readonly person: string | null },
  listener: FeedListener,
) => FeedSocket;

/** Connects by Socket.IO over WebSocket only. Messages that are not of the feed's shape are dropped, as if they had been lost. */
export const connectFeed: ConnectFeed = ({ url, token, person }, listener) => {
  const options = {
    transports: ['websocket'],
    // Its own reconnecting does not come back after the server's goodbye and waits by a clock that nobody can move.
    reconnection: false,
    forceNew: true,
    // A page cannot set headers of a WebSocket and ignores them; Node sends both.
    ...(person === null ? {} : { auth: { session: person } }),
    ...(token === null ? {} : { auth: { token }, extraHeaders: { authorization: `Bearer ${token}` } }),
  };
  const socket = url === '' ? io(options) : io(url, options);
  socket.on('connect', () => listener.connected());
  socket.on('disconnect', () => listener.closed());
  socket.on('connect_error', () => listener.closed());
  socket.on('event', (event: unknown) => {
    if (isEvent(event)) listener.event(event);
  });
  socket.on('beat', (beat: unknown) => {
    if (isBeat(beat)) listener.beat(beat);
  });
  socket.on('receipt', (receipt: unknown) => {
    if (isReceipt(receipt)) listener.receipt(receipt);
  });
  socket.on('signedIn', (counterId: unknown) => {
    if (typeof counterId === 'string') listener.signedIn(counterId);
  });
  socket.on('speak', (speak: unknown) => {
    if (isSpeak(speak)) listener.speak(speak);
  });
  socket.on('sessionsEnded', () => listener.signedIn(null));
  return {
    join(join, answered) {
      socket.emit('join', join, (answer: unknown) => {
        if (isJoined(answer) || isJoinRefused(answer)) answered(answer);
      });
    },
    voice(beat) {
      socket.volatile.emit('voice', beat);
    },
    close() {
      socket.off();
      socket.disconnect();
    },
  };
};

function isEvent(event: unknown): event is Recorded {
  return has(event, 'seq', 'number') && has(event, 'at', 'number') && has(event, 'type', 'string');
}

function isBeat(beat: unknown): beat is Beat {
  return has(beat, 'epoch', 'number') && has(beat, 'head', 'number') && has(beat, 'now', 'number');
}

function isReceipt(receipt: unknown): receipt is Receipt {
  return has(receipt, 'seq', 'number') && has(receipt, 'shown', 'number');
}

function isSpeak(speak: unknown): speak is Speak {
  return has(speak, 'id', 'string') && has(speak, 'announcement', 'object') && has(speak, 'deadline', 'number');
}

function isJoined(answer: unknown): answer is Joined {
  return isBeat(answer) && (('events' in answer && Array.isArray(answer.events)) || has(answer, 'snapshot', 'object'));
}

function isJoinRefused(answer: unknown): answer is JoinRefused {
  return has(answer, 'code', 'string');
}

function has(value: unknown, field: string, type: 'number' | 'string' | 'object'): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const held: unknown = Reflect.get(value, field);
  return typeof held === type && held !== null;
}
