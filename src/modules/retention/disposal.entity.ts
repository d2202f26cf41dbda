import { Code, codes, Count, Derived, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import { Column } from 'typeorm';
import { Field } from '@nestjs/graphql';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

/** Why words go: their time is over, or the person concerned asked for it (利用停止・消去の請求) and it was granted. */
export const DisposalGround = codes('DisposalGround', ['PERIOD_OVER', 'REQUEST']);

@Table(
  'disposal',
  'That the words of a case are to go (廃棄): one person proposes it, another carries it out. The rows and the trail stay.',
)
export class Disposal implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(DisposalGround, { responsible: true }) ground: keyof typeof DisposalGround;
  @Line() reason: string;
  @Ref({ responsible: true }) proposedById: string;
  @Moment() proposedAt: Date;
  @Ref({ nullable: true, responsible: true }) carriedOutById: string | null;
  @Moment({ nullable: true, responsible: true }) carriedOutAt: Date | null;
  @Ref({ nullable: true }) withdrawnById: string | null;
  @Moment({ nullable: true, responsible: true }) withdrawnAt: Date | null;
  /** What was erased: a kind of row, and how many of it, as `record:12`. */
  @Column({ type: 'text', array: true })
  @Field(() => [String])
  erased: string[];
  @Count() version: number;
  @Derived(() => String, (t) => `number_to_keep(${t}.case_id)`, { nullable: true }) caseNumber?: string | null;
  @Derived(() => Boolean, (t) => `is_held(${t}.case_id)`) isHeld?: boolean;
  @To(() => Staff, 'proposedById') proposedBy?: Linked<Staff>;
  @To(() => Staff, 'carriedOutById') carriedOutBy?: Linked<Staff>;
}
