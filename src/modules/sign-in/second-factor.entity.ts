import { Code, codes, Count, Hidden, Id, Line, Moment, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

export const FactorKind = codes('FactorKind', ['TOTP', 'PASSKEY']);

@Table('second_factor', 'A second way in which somebody proves who they are: an authenticator application, or a passkey.')
export class SecondFactor implements Row {
  @Id() id: string;
  @Ref() staffId: string;
  @Code(FactorKind, { responsible: true }) kind: keyof typeof FactorKind;
  @Line() name: string;
  /** Of a TOTP the secret, sealed; of a passkey its public key. */
  @Hidden('bytea') secret: Buffer;
  @Hidden('text') credentialId: string | null;
  /** The last time step, or the authenticator's own count. A bigint, so the database says it as text. */
  @Hidden('bigint') counter: string;
  @Moment() addedAt: Date;
  @Moment({ nullable: true }) lastUsedAt: Date | null;
  @Moment({ nullable: true, responsible: true }) endedAt: Date | null;
  @Count() version: number;
}
