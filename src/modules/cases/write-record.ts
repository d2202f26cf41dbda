import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { InformationCategory } from './category.js';
import { Channel, Record, RecordKind } from './record.entity.js';
import { Seat } from './seat.entity.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class RecordInput {
  @Field(() => InformationCategory) category: InformationCategory;
  @Field(() => RecordKind) kind: keyof typeof RecordKind;
  @Field(() => Channel, { nullable: true }) channel?: keyof typeof Channel | null;
  @Field(() => ShortText, { nullable: true }) place?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Today when not given.' }) happenedOn?: string | null;
  @Field(() => Narrative) body: string;
}

@InputType()
export class WriteRecordInput extends RecordInput {
  @Field(() => Uuid) caseId: string;
}

@InputType()
export class CorrectRecordInput extends RecordInput {
  @Field(() => Uuid, { description: 'The record that the new one takes the place of; both stay readable.' }) recordId: string;
}

/** Writes what was noted, observed or heard. `FORBIDDEN` outside the categories one may write; `INVALID` for a day in the future. */
export async function writeRecord(work: Work, input: WriteRecordInput): Promise<Record> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  const record = await write(work, supportCase.id, input, null);
  work.record('record.written', record);
  return record;
}

/** Takes the place of one's own record without removing it. `CONFLICT` when it was corrected before. */
export async function correctRecord(work: Work, input: CorrectRecordInput): Promise<Record> {
  const wrong = await work.lock(Record, input.recordId);
  work.must('write', wrong);
  if (await work.scope.first(Record, { correctsId: wrong.id }))
    throw conflict({ ja: 'この記録はすでに訂正されています。', en: 'This record has already been corrected.' });
  const record = await write(work, wrong.caseId, input, wrong.id);
  work.record('record.corrected', record, { correctsId: wrong.id });
  return record;
}

async function write(work: Work, caseId: string, input: RecordInput, correctsId: string | null): Promise<Record> {
  const { staffId } = work.staff;
  work.must('write', { caseId, category: input.category, staffId }, Record);
  const happenedOn = input.happenedOn ?? work.today;
  if (happenedOn > work.today)
    throw invalid('input.happenedOn', 'OUT_OF_ORDER', {
      ja: '未来の日付は記録できません。',
      en: 'What is recorded cannot lie in the future.',
    });
  const seat = (await work.scope.first(Seat, { caseId, staffId, until: null }))!;
  const { category, kind, channel = null, place = null, body } = input;
  return work.insert(Record, {
    caseId,
    category,
    kind,
    channel,
    place,
    happenedOn,
    body,
    staffId,
    agencyId: seat.agencyId,
    writtenAt: work.now,
    correctsId,
  });
}
