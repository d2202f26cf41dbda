import type { Database } from '../../database/database.js';
import type { Keyring } from '../../keyring.js';
import type { Actor } from '../../permissions/actor.js';

/** A link for signing in on its way by mail. */
export interface LinkLetter {
  readonly address: string;
  /** `null` where it goes to wherever its owner has said that their mail goes. */
  readonly to: string | null;
}

const contextOf = (staffId: string) => `sign-in-letter:${staffId}`;

/** Until it has been mailed, the link itself has to be kept: under the product's keys, for its owner's row alone. */
export const sealLetter = (keyring: Keyring, staffId: string, letter: LinkLetter): Buffer =>
  keyring.seal(Buffer.from(JSON.stringify(letter)), contextOf(staffId));

/** The link that is to be mailed to somebody; `null` once it was used, replaced, handed over or too old. */
export async function openLetter(database: Database, keyring: Keyring, actor: Actor, staffId: string): Promise<LinkLetter | null> {
  const [account] = await database.read<{ letter: Buffer | null }>(
    actor,
    'select link_letter as letter from account where staff_id = $1 and link_expires_at > tsunagi_now()',
    [staffId],
  );
  return account?.letter ? (JSON.parse(keyring.open(account.letter, contextOf(staffId)).toString('utf8')) as LinkLetter) : null;
}
