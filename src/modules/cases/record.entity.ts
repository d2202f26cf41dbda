import { Code, codes, Count, Day, Derived, Id, Line, Many, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Category } from './category.js';

export const RecordKind = codes('RecordKind', ['NOTE', 'OBSERVATION', 'CONTACT']);
export const Channel = codes('Channel', ['IN_PERSON', 'PHONE', 'VISIT', 'MAIL', 'ACCOMPANIMENT']);

@Table('record', 'What someone noted, observed or heard, in exactly one information category (支援経過記録).')
export class Record implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Code(RecordKind) kind: keyof typeof RecordKind;
  @Code(Channel, { nullable: true }) channel: keyof typeof Channel | null;
  @Line({ nullable: true }) place: string | null;
  @Day() happenedOn: string;
  @Text() body: string;
  @Ref() staffId: string;
  @Ref() agencyId: string;
  @Moment() writtenAt: Date;
  @Ref({ nullable: true }) correctsId: string | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `exists (select from record c where c.corrects_id = ${t}.id)`) isCorrected?: boolean;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Record, 'correctsId') corrects?: Linked<Record>;
  @Many(() => Attachment, 'recordId', ['attachedAt', 'id']) attachments?: Attachment[];
}
