import { evolve, type Hall, type Recorded } from '@antrean/domain';
import type { Joined } from '@antrean/protocol';
import { io } from 'socket.io-client';
import type { Display } from '../rows/bad-net.ts';

/** A control: it joins when it connects, and then believes that everything comes. */
export function eventsOnlyDisplay(url: string, token: string): Display {
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${token}` },
    reconnectionDelayMax: 300,
  });
  let hall: Hall | null = null;
  socket.on('connect', () =>
    socket.emit('join', { after: null, epoch: null }, (joined: Joined) => {
      if ('snapshot' in joined) hall = joined.snapshot;
    }),
  );
  socket.on('event', (event: Recorded) => {
    try {
      hall = hall && evolve(hall, event);
    } catch {
      // What cannot follow is left out.
    }
  });
  return { hall: () => hall, close: () => socket.close() };
}
