import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Agency } from './agency.entity.js';
import { Posting, Profession } from './posting.entity.js';
import { Staff } from './staff.entity.js';

@InputType()
export class PostStaffInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid, { description: 'Where they work.' }) agencyId: string;
  @Field(() => Uuid, { nullable: true, description: 'Where they belong, when seconded (出向); the same agency otherwise.' }) homeAgencyId?:
    string | null;
  @Field(() => Profession) profession: keyof typeof Profession;
  @Field(() => CalendarDate) since: string;
}

/** Posts someone to an agency, as something, from a day on. `CONFLICT` when they already are, or the agency is closed. */
export async function postStaff(work: Work, input: PostStaffInput): Promise<Posting> {
  work.must('administer', {}, Posting);
  const staff = await work.lock(Staff, input.staffId);
  const agency = await work.scope.one(Agency, input.agencyId);
  if (agency.closedOn !== null) throw conflict({ ja: 'この機関は廃止されています。', en: 'This agency is closed.' });
  const home = await work.scope.one(Agency, input.homeAgencyId ?? agency.id);
  const same = { staffId: staff.id, agencyId: agency.id, profession: input.profession, until: null };
  if (await work.scope.first(Posting, same))
    throw conflict({ ja: 'すでに同じ配置があります。', en: 'They are already posted there as that.' });
  const posting = await work.insert(Posting, { ...same, homeAgencyId: home.id, since: input.since });
  work.record('staff.posted', posting, { to: [staff.id] });
  return posting;
}
