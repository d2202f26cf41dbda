import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative } from '../../graphql/scalars.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ConflictOfInterest } from './conflict-of-interest.entity.js';
import { OtherParty } from './other-party.entity.js';
import { overseersOf } from './overseers.js';
import { deciding } from './shield-address.js';

@InputType({ isAbstract: true })
export class DespiteConflictInput {
  @Field(() => Narrative, {
    nullable: true,
    description: 'For the key person: why this person may take part although they may have a conflict of interest.',
  })
  despiteConflict?: string | null;
}

const nothing = async () => undefined;

/**
 * Lets someone take part although they may be connected with the other party, when the key person gives a reason; it holds for the case
 * until another party is named. Brings back what records it, to be called once the run has recorded what it is about: the managers
 * are told. Without a conflict it is nothing. `FORBIDDEN` for anyone but the key person.
 */
export async function despite(
  work: Work,
  caseId: string,
  staffId: string | null | undefined,
  reason: string | null | undefined,
): Promise<() => Promise<void>> {
  if (!reason || !staffId) return nothing;
  work.must('waive', { caseId }, ConflictOfInterest);
  const { householdId } = await work.scope.one(SupportCase, caseId);
  if (!(await work.scope.unseen.hasOpenConflict(householdId, staffId))) return nothing;
  const waiver = { waivedById: work.staff.staffId, waivedAt: work.now, reason };
  const noticed = await work.scope.first(ConflictOfInterest, { householdId, staffId, waivedAt: null });
  const waived = noticed
    ? await work.save(noticed, waiver)
    : await work.insert(ConflictOfInterest, { caseId, householdId, category: 'SAFETY', staffId, noticedAt: work.now, ...waiver });
  return async () => work.record('conflict.waived', waived, { to: await overseersOf(work, caseId) });
}

/** Points out to the key person and the managers that someone on the case may be connected with the other party, if they may. */
export async function noticeConflict(work: Work, { caseId, householdId }: OtherParty, staffId: string): Promise<void> {
  if (!(await work.scope.unseen.hasOpenConflict(householdId, staffId))) return;
  const unwaived = { waivedById: null, waivedAt: null, reason: null };
  const noticed = await work.insert(ConflictOfInterest, {
    caseId,
    householdId,
    category: 'SAFETY',
    staffId,
    noticedAt: work.now,
    ...unwaived,
  });
  work.record('conflict.noticed', noticed, { to: (await deciding(work, caseId)).filter((id) => id !== staffId) });
}

/**
 * When a case is opened for someone who may be the other party of a shielded household, its key person is told.
 * Whoever opens the case learns nothing: the entry belongs to the shielded case.
 */
export async function tellShieldedCases(work: Work, opened: SupportCase, kana: string, bornOn: string): Promise<void> {
  for (const { id, caseId, keyPersonId } of await work.scope.unseen.otherPartiesLike(kana, bornOn, opened.leadAgencyId)) {
    const party = Object.assign(new OtherParty(), { id, caseId, category: 'SAFETY' });
    work.record('other-party.came-elsewhere', party, { to: [keyPersonId] });
  }
}
