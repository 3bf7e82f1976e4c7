// The limit of a call: a server that answers first and then broadcasts the product's frame to everybody, and knows nothing else.

import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serve } from '../measure/program.ts';

const event = {
  seq: 1_000,
  at: Date.UTC(2026, 10, 23, 1, 0),
  type: 'ticket.called',
  ticketId: 'mi6p3q5800a1b2c3d4e5f6a7b8c9d',
  counterId: 'counter-1',
  reason: { code: 'arrival', since: Date.UTC(2026, 10, 23, 1, 0) },
};

const http = createServer((request, response) => {
  request.resume().on('end', () => {
    const body = JSON.stringify({ ticket: { id: event.ticketId }, reason: event.reason });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    setImmediate(() => {
      event.seq += 1;
      io.emit('event', event);
    });
  });
});
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', (_, answer: (given: object) => void) => answer({ epoch: 1, head: event.seq }));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  serve({ port: typeof address === 'object' ? address?.port : 0, token: 'a'.repeat(43) }, async () => {
    io.disconnectSockets(true);
    http.close();
  });
});
