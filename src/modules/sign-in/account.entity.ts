import { Hidden, HiddenId, HiddenTexts, PrivateTable } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

/** How a member of staff signs in: with a password of their own, or through the municipality's provider. Nothing of it is shown. */
@PrivateTable('account')
export class Account implements Row {
  @HiddenId() id: string;
  @Hidden('uuid') staffId: string;
  @Hidden('text') login: string;
  /** `null` until a first password is chosen, or for good where a provider signs them in. */
  @Hidden('text') passwordHash: string | null;
  /** What the municipality entered as theirs with the provider, in small letters: what a first sign-in through it is matched with. */
  @Hidden('text') identifier: string | null;
  /** What the provider calls them, from that first time on. */
  @Hidden('text') issuer: string | null;
  @Hidden('text') subject: string | null;
  /** The digest of a link that lets them choose a password, and until when. */
  @Hidden('bytea') linkHash: Buffer | null;
  @Hidden('timestamptz') linkExpiresAt: Date | null;
  /** What is mailed with that link, sealed. `null` where it was handed over. */
  @Hidden('bytea') linkLetter: Buffer | null;
  /** Digests of recovery codes that have not been used. */
  @HiddenTexts() recoveryHashes: string[];
  @Hidden('int') version: number;
}
