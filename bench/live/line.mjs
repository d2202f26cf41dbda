/*
 * The receiving end of a socket, on a bare TCP connection: it costs little and the same whoever sends. It speaks what a browser would say to
 * socket.io over one WebSocket, in the namespace `/live`, and of what it is told it reads the number alone.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const NAMESPACE = '/live,';
const SEQ = Buffer.from('"seq":');

/** A frame from a client: text, masked with nothing. */
function frameOf(text) {
  const body = Buffer.from(text);
  const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), body]);
}

export class Line {
  #socket;
  #rest = Buffer.alloc(0);
  #isUpgraded = false;
  #acknowledged = new Map();
  #next = 0;
  #isIn = Promise.withResolvers();

  /** Resolves when the other side has let us in. `onPointer(seq, line)` is called for each number that arrives. */
  static async open(port, token, onPointer) {
    const line = new Line();
    line.onPointer = onPointer;
    line.#connect(port, token);
    await line.#isIn.promise;
    return line;
  }

  #connect(port, token) {
    const socket = connect(port, '127.0.0.1', () => {
      const asked = [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
      ];
      socket.write(
        [...asked, 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`, '', ''].join('\r\n'),
      );
    });
    socket.setNoDelay(true);
    socket.on('error', (fault) => this.#isIn.reject(fault));
    socket.on('close', () => this.#isIn.reject(new Error('The line was closed.')));
    socket.on('data', (chunk) => this.#take(chunk));
    this.#socket = socket;
    this.token = token;
  }

  watch(request) {
    const id = this.#next++;
    this.#socket.write(frameOf(`42${NAMESPACE}${id}${JSON.stringify(['watch', request])}`));
    return new Promise((answered) => this.#acknowledged.set(id, answered));
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isUpgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = data);
      this.#isUpgraded = true;
      data = data.subarray(end + 4);
    }
    let at = 0;
    while (at + 2 <= data.length) {
      const short = data[at + 1] & 127;
      const start = at + (short === 126 ? 4 : 2);
      if (start > data.length) break;
      const end = start + (short === 126 ? data.readUInt16BE(at + 2) : short);
      if (end > data.length) break;
      this.#hear(data, start, end);
      at = end;
    }
    this.#rest = data.subarray(at);
  }

  #hear(data, start, end) {
    const [type, kind] = [data[start], data[start + 1]];
    if (type === 0x32) return void this.#socket.write(frameOf('3'));
    if (type === 0x30) return void this.#socket.write(frameOf(`40${NAMESPACE}${JSON.stringify({ token: this.token })}`));
    if (kind === 0x32) return this.onPointer(seqIn(data, start), this);
    const text = data.toString('utf8', start, end);
    if (kind === 0x30) return this.#isIn.resolve();
    if (kind === 0x34) return this.#isIn.reject(new Error(text));
    const [, id, answer] = /^43\/live,(\d+)(.*)$/s.exec(text) ?? [];
    this.#acknowledged.get(Number(id))?.(JSON.parse(answer ?? '[null]')[0]);
    this.#acknowledged.delete(Number(id));
  }
}

function seqIn(data, start) {
  let at = data.indexOf(SEQ, start) + SEQ.length;
  let seq = 0;
  for (; data[at] >= 48 && data[at] <= 57; at++) seq = seq * 10 + data[at] - 48;
  return seq;
}
