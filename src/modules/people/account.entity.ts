import { Hidden, HiddenId, PrivateTable } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

/** A local account: how a member of staff signs in where there is no single sign-on. */
@PrivateTable('account')
export class Account implements Row {
  @HiddenId() id: string;
  @Hidden('uuid') staffId: string;
  @Hidden('text') login: string;
  @Hidden('text') passwordHash: string;
  @Hidden('int') version: number;
}
