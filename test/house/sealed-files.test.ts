import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import S3rver from 's3rver';
import { readConfig } from '../../src/config.js';
import { newFileKey, opening, SealBroken, sealing } from '../../src/files/sealing.js';
import { openStore, type FileStore } from '../../src/files/store.js';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;

const through = async (bytes: Buffer, step: ReturnType<typeof sealing>, cuts: readonly number[] = []): Promise<Buffer> => {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const parts = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
  const whole = buffer(step);
  await pipeline(Readable.from(parts), step).catch(() => undefined);
  return whole;
};

describe('a sealed file', () => {
  const sizes = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7));
  const cuts = fc.array(fc.nat(300_000), { maxLength: 6 });

  it('opens as it was, however its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, cuts, cuts, async (size, inwards, outwards) => {
        const [key, bytes] = [newFileKey(), Buffer.alloc(size, 7)];
        const sealed = await through(bytes, sealing(key), inwards);
        expect((await through(sealed, opening(key), outwards)).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('never opens to its end when any bit of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.integer({ min: 0, max: 7 }), async (size, at, bit) => {
        const key = newFileKey();
        const sealed = await through(Buffer.alloc(size, 7), sealing(key));
        sealed[at % sealed.length]! ^= 1 << bit;
        await expect(through(sealed, opening(key))).rejects.toThrow(SealBroken);
      }),
      { numRuns: 60 },
    );
  });

  const threeChunks = async () => {
    const key = newFileKey();
    const sealed = await through(Buffer.concat([1, 2, 3].map((fill) => Buffer.alloc(CHUNK, fill))), sealing(key));
    const [form, rest] = [sealed.subarray(0, 1), sealed.subarray(1)];
    return { key, form, chunks: [0, 1, 2].map((at) => rest.subarray(at * SEALED_CHUNK, (at + 1) * SEALED_CHUNK)) };
  };

  it.each([
    ['cut off between two chunks', [0, 1]],
    ['cut off at the beginning', [1, 2]],
    ['put in another order', [1, 0, 2]],
    ['doubled in the middle', [0, 1, 1, 2]],
    ['continued after its end', [0, 1, 2, 2]],
    ['emptied', []],
  ])('%s opens no more', async (_, order) => {
    const { key, form, chunks } = await threeChunks();
    await expect(through(Buffer.concat([form, ...order.map((at) => chunks[at]!)]), opening(key))).rejects.toThrow(SealBroken);
  });

  it('opens with its own key and no other', async () => {
    const { form, chunks } = await threeChunks();
    await expect(through(Buffer.concat([form, ...chunks]), opening(newFileKey()))).rejects.toThrow(SealBroken);
  });
});

describe.each(['directory', 'bucket'])('files in a %s', (kind) => {
  let directory: string;
  let server: S3rver | null = null;
  let store: FileStore;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tsunagi-files-'));
    if (kind === 'bucket') {
      const buckets = [{ name: 'tsunagi', configs: [] }];
      server = new S3rver({ port: 0, address: '127.0.0.1', directory, silent: true, configureBuckets: buckets });
      const { port } = await server.run();
      store = await openStore(readConfig({ FILES_URL: `s3+http://S3RVER:S3RVER@127.0.0.1:${port}/tsunagi` }));
    } else store = await openStore(readConfig({ FILES_DIR: directory }));
  });
  afterAll(async () => {
    store.close();
    await server?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const id = '01a1fb6d-2a02-7784-90e7-96695c9fd071';
  const listed = async () => {
    const found = [];
    for await (const one of store.list()) found.push(one.id);
    return found;
  };

  it('are there whole, listed, and gone when they are removed', async () => {
    const bytes = Buffer.alloc(12 * 1_048_576, 'つなぎ');
    await store.put(id, Readable.from(bytes.length > 0 ? [bytes.subarray(0, 7), bytes.subarray(7)] : []));
    expect(await listed()).toEqual([id]);
    expect((await buffer(await store.get(id))).equals(bytes)).toBe(true);
    await store.remove(id);
    await store.remove(id);
    expect(await listed()).toEqual([]);
    await expect(store.get(id)).rejects.toThrow();
  });

  it('are not there at all when what brings them breaks off', async () => {
    async function* breaking() {
      yield Buffer.alloc(6 * 1_048_576);
      throw new Error('broken off');
    }
    await expect(store.put(id, Readable.from(breaking()))).rejects.toThrow('broken off');
    expect(await listed()).toEqual([]);
  });
});

it('a bucket that cannot be used is said at the start, without its secret', async () => {
  const config = readConfig({ FILES_URL: 's3+http://key:geheim@127.0.0.1:1/tsunagi' });
  await expect(openStore(config)).rejects.toThrow(/^FILES_URL: the bucket "tsunagi" cannot be used/);
  for (const wrong of ['https://x/y', 's3+https://host/bucket', 's3+https://key:geheim@host/', 's3+https://key:geheim@host/a/b'])
    expect(() => readConfig({ FILES_URL: wrong })).toThrow('FILES_URL must be s3+https://key:secret@host/bucket.');
});
