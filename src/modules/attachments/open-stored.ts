import type { Readable } from 'node:stream';
import { opening } from '../../files/sealing.js';
import type { FileStore } from '../../files/store.js';
import type { Keyring } from '../../keyring.js';
import type { Log } from '../../spine.js';
import { keyContext } from './receipt.js';

/** What is needed to open files. */
export interface Opener {
  readonly store: FileStore;
  readonly keyring: Keyring;
  readonly log: Log;
}

/** A stored file, opened as it flows. What cannot be opened ends the stream, and is logged. Throws when nothing lies under this id. */
export async function openStored({ store, keyring, log }: Opener, id: string, sealedKey: Buffer): Promise<Readable> {
  const key = keyring.open(sealedKey, keyContext(id));
  const sealed = await store.get(id);
  const opened = opening(key);
  const broken = (fault: Error) => {
    log.error({ fault, attachmentId: id }, 'a stored file cannot be opened');
    opened.destroy(fault);
  };
  sealed.once('error', broken).pipe(opened);
  opened.once('error', (fault) => {
    if (!sealed.destroyed) log.error({ fault, attachmentId: id }, 'a stored file cannot be opened');
    sealed.destroy();
  });
  opened.once('close', () => sealed.destroy());
  return opened;
}
