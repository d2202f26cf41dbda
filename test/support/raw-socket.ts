import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { House } from './house.js';

/* A line to the product below everything that a library would do for us: for clients that do not behave. */

/** A connection to the product, byte by byte. Whatever becomes of it is no fault of the test. */
export async function dialled(house: House): Promise<Socket> {
  const { hostname, port } = new URL(house.address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** A connection, and the product's own end of it. */
export async function bothEnds(house: House): Promise<{ ours: Socket; theirs: Socket }> {
  const server = house.app.nest.getHttpServer();
  const [[theirs], ours] = await Promise.all([once(server, 'connection') as Promise<[Socket]>, dialled(house)]);
  return { ours, theirs };
}

/** Sends these bytes, and brings what comes back until the product ends the connection. */
export async function conversation(house: House, bytes: string): Promise<string> {
  const socket = await dialled(house);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

/** Makes a WebSocket of a connection, to which nobody has said yet who they are. */
export async function upgrade(socket: Socket): Promise<void> {
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await said(socket, '0{');
}

/** Says on a WebSocket who one is, and waits for the answer. */
export async function signIn(socket: Socket, token: string): Promise<void> {
  socket.write(frame(`40/live,${JSON.stringify({ token })}`));
  await said(socket, '40/live,{"sid"');
}

/** Resolves when the other end has said this. */
async function said(socket: Socket, text: string): Promise<void> {
  for (let heard = ''; !heard.includes(text);) heard += String((await once(socket, 'data'))[0]);
}

/** A text as one frame of a client, of at most 125 bytes or of more. */
export function frame(text: string): Buffer {
  const bytes = Buffer.from(text);
  const mask = randomBytes(4);
  const length = bytes.length < 126 ? Buffer.from([0x80 | bytes.length]) : Buffer.from([0x80 | 126, bytes.length >> 8, bytes.length & 255]);
  return Buffer.concat([Buffer.from([0x81]), length, mask, bytes.map((byte, at) => byte ^ mask[at % 4]!)]);
}
