import type { Readable } from 'node:stream';
import type { Config } from '../config.js';
import { DirectoryStore } from './directory-store.js';

/** Something that lies in the storage, and since when. */
export interface Stored {
  readonly id: string;
  readonly at: Date;
}

/** Where sealed files lie. It knows ids and bytes; what they are, whose, and with which key they open stands in the database. */
export interface FileStore {
  /** Keeps what flows under an id (a UUID), whole or not at all. */
  put(id: string, bytes: Readable): Promise<void>;
  /** What lies under an id. Fails when nothing does. */
  get(id: string): Promise<Readable>;
  /** Removes it for good; it may be gone already. */
  remove(id: string): Promise<void>;
  /** Everything that lies there, what an upload broke off included. */
  list(): AsyncIterable<Stored>;
  close(): void;
}

/** The storage that the settings name. Throws `ConfigFault` for one that cannot be reached. */
export async function openStore({ bucket, filesDir }: Pick<Config, 'bucket' | 'filesDir'>): Promise<FileStore> {
  if (bucket === null) return new DirectoryStore(filesDir);
  // Only whoever keeps files in a bucket loads what talks to it.
  const { BucketStore } = await import('./bucket-store.js');
  return BucketStore.open(bucket);
}
