import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { addKey, KeyFault, Keyring } from '../../src/keyring.js';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-keys-'));
  file = join(dir, 'below', 'keys');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const made = () => Keyring.in(file, { mayMake: true });
const found = () => Keyring.in(file, { mayMake: false });
const key = () => randomBytes(32).toString('base64');

/** The sentence of the fault that something ends in. */
const faultOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (fault) {
    if (fault instanceof KeyFault) return fault.message;
    throw fault;
  }
  throw new Error('This was expected to fail.');
};

describe('keys', () => {
  it('are made at the first start, for their owner alone, and are the same at the next', async () => {
    const sealed = made().seal(Buffer.from('a secret'), 'test:1');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(dir, 'below'))).toEqual(['keys']);
    expect(made().open(sealed, 'test:1').toString()).toBe('a secret');
  });

  it('rotate: a new one seals, the old ones still open, and who removes one learns what it sealed', async () => {
    const before = made();
    const old = before.seal(Buffer.from('old'), 'test:1');
    addKey(file);
    const after = found();
    expect(after.open(old, 'test:1').toString()).toBe('old');
    expect([after.isCurrent(old), before.isCurrent(old)]).toEqual([false, true]);
    const fresh = after.seal(Buffer.from('new'), 'test:1');
    expect(after.isCurrent(fresh)).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const [remark, , second] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${remark}\n${second}\n`);
    expect(faultOf(() => found().open(fresh, 'test:1'))).toMatch(/^Something was sealed with the key [0-9a-f]{8}, which is not among/);
  });

  it.each([
    ['another that nobody made', async () => undefined, /cannot be read: ENOENT/],
    ['one that holds none', () => place('# nothing yet\n\n'), /it holds none/],
    [
      'one with a key that is too short',
      () => place(`${key()}\n${randomBytes(16).toString('base64')}\n`),
      /line 2 of .* is not 32 bytes in base64/,
    ],
    ['one with something else', () => place('correct horse battery staple\n'), /line 1 of .* is not 32 bytes in base64/],
    ['one that everybody may read', () => place(key()).then(() => chmod(file, 0o644)), /may be read by everybody.*chmod 600/],
  ])('of a file are refused in one sentence: %s', async (_, prepare, sentence) => {
    file = join(dir, 'keys');
    await prepare();
    const said = faultOf(found);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/correct|staple/);
  });
});

const place = (text: string) => writeFile(file, text, { mode: 0o600 });

describe('what is sealed', () => {
  it('opens in its own context, and neither in another, nor cut, nor changed in any bit', () => {
    const ring = made();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.string(),
        fc.string(),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (secret, mine, other, at, bit) => {
          const sealed = ring.seal(secret, mine);
          expect(ring.open(sealed, mine)).toEqual(Buffer.from(secret));
          expect(sealed.length).toBe(secret.length + 32);
          if (Buffer.from(mine).compare(Buffer.from(other)) !== 0) faultOf(() => ring.open(sealed, other));
          const changed = Buffer.from(sealed);
          changed[at % changed.length]! ^= 1 << bit;
          faultOf(() => ring.open(changed, mine));
          faultOf(() => ring.open(sealed.subarray(0, at % sealed.length), mine));
        },
      ),
    );
  });

  it('is never the same twice', () => {
    const ring = made();
    expect(ring.seal(Buffer.from('same'), 'a')).not.toEqual(ring.seal(Buffer.from('same'), 'a'));
  });
});
