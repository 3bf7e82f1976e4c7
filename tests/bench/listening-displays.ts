import { io } from 'socket.io-client';

// A process of its own that holds many displays of one mall: it says "ready" once all have joined, and ends with its parent.

const [url = '', token = '', count = '0'] = process.argv.slice(2);
const joined = Array.from({ length: Number(count) }, async () => {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}` },
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await socket.emitWithAck('join', { after: null, epoch: null });
});
await Promise.all(joined);
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
