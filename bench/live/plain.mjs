/* What anybody would build first: socket.io, a room for each case, and an emit. No rules, no database. Answers its parent as product.mjs does. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answering } from './answering.mjs';

const http = createServer();
const io = new Server(http, { serveClient: false });
const live = io.of('/live');
live.on('connection', (socket) => {
  socket.on('watch', ({ caseId, sessionId }, answer) => {
    socket.join(caseId ?? sessionId);
    answer({ ok: true, seq: 0 });
  });
});

http.listen(0, '127.0.0.1', () => answering(http.address().port));
process.on('message', ({ pointers }) => {
  for (const { room, pointer } of pointers ?? []) live.to(room).emit('trail', pointer);
});
