import { Code, codes, Count, Hidden, Id, Line, ManyCodes, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { SUBJECTS } from '../../permissions/subjects.js';
import { Staff } from '../people/staff.entity.js';

export const TokenAccess = codes('TokenAccess', ['READ', 'WRITE']);
export const TokenSubject = codes('TokenSubject', SUBJECTS);

@Table('api_token', 'With what a program asks in the name of somebody: no more than they may, and no more than the token says.')
export class ApiToken implements Row {
  @Id() id: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref() issuedById: string;
  @Line() name: string;
  @Hidden('bytea') tokenHash: Buffer;
  @Code(TokenAccess, { responsible: true }) access: keyof typeof TokenAccess;
  /** The types that it reaches; empty stands for all. */
  @ManyCodes(TokenSubject) subjects: (keyof typeof TokenSubject)[];
  @Moment() issuedAt: Date;
  @Moment({ responsible: true }) expiresAt: Date;
  @Moment({ nullable: true }) lastUsedAt: Date | null;
  @Moment({ nullable: true, responsible: true }) revokedAt: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
}
