import type { Config } from '../config.js';

/** Bytes of all headers of one request. */
const LARGEST_HEAD = 16_384;
/** Bytes of one request. */
const LARGEST_BODY = 262_144;
/** A head comes at once, however long its body may take. */
const HEAD_S = 10;

/** How much and how long the server waits for one request: whoever sends a drop at a time is cut off, and so is whoever does not read. */
export const patience = ({ requestSeconds }: Pick<Config, 'requestSeconds'>) => ({
  bodyLimit: LARGEST_BODY,
  requestTimeout: requestSeconds * 1_000,
  connectionTimeout: 2 * requestSeconds * 1_000,
  http: {
    headersTimeout: Math.min(requestSeconds, HEAD_S) * 1_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: LARGEST_HEAD,
  },
});
