import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Kana, ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Staff } from './staff.entity.js';

@InputType()
export class RenameStaffInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => Int) version: number;
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
}

/** Changes how somebody of the staff is called, or the reading of it, after a marriage or a slip of the pen. `CONFLICT` when nothing changes. */
export async function renameStaff(work: Work, input: RenameStaffInput): Promise<Staff> {
  const staff = await work.lock(Staff, input.staffId, input.version);
  work.must('administer', staff);
  if (staff.name === input.name && staff.kana === input.kana)
    throw conflict({ ja: 'すでにその氏名です。', en: 'They are called that already.' });
  await work.save(staff, { name: input.name, kana: input.kana });
  work.record('staff.renamed', staff, { to: [staff.id] });
  return staff;
}
