import type { Keyring } from '../../keyring.js';
import { KeyFault } from '../../keyring.js';
import { invalid } from '../../refusal.js';
import type { FileKind } from './attachment.entity.js';

/**
 * What an upload left in the storage, and who brought it. It goes to the client, sealed, and comes back with the command that attaches the
 * file: until then the database knows nothing of it, and whoever holds the receipt can do nothing with it but that.
 */
export interface Upload {
  readonly id: string;
  readonly staffId: string;
  /** ISO 8601, by the database's clock. */
  readonly at: string;
  readonly kind: keyof typeof FileKind;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly digest: string;
  readonly sealedDigest: string;
  /** The key of the file, in base64. */
  readonly key: string;
}

const CONTEXT = 'upload';

export const receiptOf = (keyring: Keyring, upload: Upload): string =>
  keyring.seal(Buffer.from(JSON.stringify(upload)), CONTEXT).toString('base64url');

/** What a receipt stands for. `INVALID` for anything but a receipt that this product gave. */
export function uploadOf(keyring: Keyring, receipt: string): Upload {
  try {
    return JSON.parse(keyring.open(Buffer.from(receipt, 'base64url'), CONTEXT).toString()) as Upload;
  } catch (fault) {
    if (!(fault instanceof KeyFault)) throw fault;
    throw invalid('input.upload', 'UNKNOWN', { ja: 'アップロードの控えが正しくありません。', en: 'This is no receipt of an upload.' });
  }
}

/** What the key of a file is sealed for: this row, and no other. */
export const keyContext = (id: string): string => `attachment:${id}`;
