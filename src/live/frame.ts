const FINAL_TEXT = 0x81;
const LENGTH_FOLLOWS = 126;
const SHORT = 125;
/** What engine.io calls a message. */
const MESSAGE = '4';

/**
 * An event in the namespace `/live` as a WebSocket carries it, the same for everybody who gets it (socket.io 5 in engine.io 4 in RFC 6455, neither
 * masked nor packed). Shorter than 64 KiB.
 */
export function frameOf(event: string, what: object): Buffer {
  const body = Buffer.from(`${MESSAGE}2/live,${JSON.stringify([event, what])}`);
  const head = body.length > SHORT ? [FINAL_TEXT, LENGTH_FOLLOWS, body.length >> 8, body.length & 0xff] : [FINAL_TEXT, body.length];
  return Buffer.concat([Buffer.from(head), body]);
}
