import { Hidden, HiddenId, PrivateTable } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

/** A ledger that was taken in or given out: of which content, and how much it held. The trail says when. */
@PrivateTable('ledger_transfer')
export class LedgerTransfer implements Row {
  @HiddenId() id: string;
  @Hidden('text') direction: 'IN' | 'OUT';
  /** SHA-256 of the ledger's content, in hexadecimal: the same content is the same ledger, whatever file it came in. */
  @Hidden('text') digest: string;
  @Hidden('int') cases: number;
  @Hidden('int') tasks: number;
  @Hidden('int') version: number;
}
