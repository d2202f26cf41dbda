import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { Household } from '../cases/household.entity.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Schooling } from '../cases/schooling.entity.js';
import type { Seat } from '../cases/seat.entity.js';
import { place, postingFor } from '../cases/seats.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { tellShieldedCases } from '../safety/conflicts.js';
import { recordInternalUse, refuseWithoutBasis } from '../sharing/admit.js';
import { Task } from '../tasks/task.entity.js';
import { importBasis } from './import-basis.js';
import type { Family, LedgerMember, LedgerSeat, LedgerTask, Line } from './ledger.js';
import { inLine } from './misfit.js';

/**
 * Opens a case as a ledger tells it: its household, the grounds on which agencies know of it, who is on it, its key person and what is to
 * be done. Nobody is notified: people have known these families for long. Everything begins today, but for the day the case was opened.
 */
export async function importFamily(work: Work, family: Family, transferId: string): Promise<void> {
  const opened = await inLine(family, () => open(work, family, transferId));
  for (const line of family.members) await inLine(line, () => join(work, opened.householdId, line));
  for (const line of family.bases) await inLine(line, () => importBasis(work, opened, line, family, transferId));
  const seats: Seat[] = [];
  for (const line of seatsOf(family)) seats.push(await inLine(line, () => sit(work, opened.id, line, family.keyPersonId, transferId)));
  await inLine(family, () =>
    lead(
      work,
      seats.find(({ staffId }) => staffId === family.keyPersonId)!,
      transferId,
    ),
  );
  for (const line of family.tasks) await inLine(line, () => take(work, opened.id, line, family.keyPersonId, transferId));
  const subject = family.members.find(({ relation }) => relation === 'SUBJECT')!;
  if (subject.bornOn) await tellShieldedCases(work, opened, subject.kana, subject.bornOn);
}

async function open(work: Work, { number, headline, leadAgencyId, openedOn, members }: Family, transferId: string): Promise<SupportCase> {
  if (await work.scope.first(SupportCase, { number }))
    throw conflict({ ja: 'この番号のケースがすでにあります。', en: 'There already is a case of this number.' });
  await refuseKnown(work, members);
  const household = await work.insert(Household, {});
  const opened = await work.insert(SupportCase, {
    number,
    householdId: household.id,
    category: COORDINATION,
    headline,
    leadAgencyId,
    status: 'OPEN',
    openedAt: new Date(`${openedOn}T00:00:00+09:00`),
    closedAt: null,
    closingReasonId: null,
  });
  work.record('case.opened', opened, { householdId: household.id, transferId });
  return opened;
}

async function refuseKnown(work: Work, members: readonly LedgerMember[]): Promise<void> {
  const subject = members.find(({ relation }) => relation === 'SUBJECT')!;
  if (!subject.bornOn) return;
  const alike = await work.scope.find(HouseholdMember, { relation: 'SUBJECT', kana: subject.kana, bornOn: subject.bornOn });
  const known = await work.scope.first(SupportCase, { householdId: { $in: alike.map((one) => one.householdId) }, status: 'OPEN' });
  if (!known) return;
  throw conflict({
    ja: `同じ読みと生年月日の人のケース（${known.number}）が進行中です。`,
    en: `A case (${known.number}) is open for someone of the same reading and birth date.`,
  });
}

async function join(work: Work, householdId: string, line: LedgerMember): Promise<void> {
  const category = line.relation === 'CHILD' ? 'CHILD' : COORDINATION;
  const { relation, name, kana, bornOn, schoolKind, schoolName, schoolSince } = line;
  const member = await work.insert(HouseholdMember, { householdId, category, relation, name, kana, bornOn });
  if (!schoolName) return;
  const attending = { kind: schoolKind ?? 'OTHER', schoolName, since: schoolSince ?? work.today, until: null } as const;
  await work.insert(Schooling, { householdId, memberId: member.id, category, ...attending });
}

/** Those of the ledger; the key person sits for the lead agency where it names no seat of theirs. */
function seatsOf(family: Family): readonly (Line & Pick<LedgerSeat, 'staffId' | 'agencyId'> & Partial<LedgerSeat>)[] {
  const { keyPersonId: staffId, leadAgencyId: agencyId, sheet, row, seats } = family;
  return seats.some((seat) => seat.staffId === staffId) ? seats : [{ sheet, row, staffId, agencyId }, ...seats];
}

async function sit(
  work: Work,
  caseId: string,
  line: Pick<LedgerSeat, 'staffId' | 'agencyId'> & Partial<LedgerSeat>,
  keyPersonId: string,
  transferId: string,
): Promise<Seat> {
  const posting = await postingFor(work, line, 'input.staffId');
  await refuseWithoutBasis(work, caseId, posting.agencyId);
  const seat = await place(work, caseId, posting);
  work.record('seat.given', seat, { transferId });
  await recordInternalUse(work, caseId, posting.agencyId, keyPersonId);
  return seat;
}

async function lead(work: Work, { id: seatId, caseId, staffId, agencyId }: Seat, transferId: string): Promise<void> {
  const term = await work.insert(KeyPersonTerm, {
    caseId,
    category: COORDINATION,
    seatId,
    staffId,
    agencyId,
    since: work.now,
    until: null,
  });
  work.record('key-person.began', term, { transferId });
}

/** An open task, as it stands: one that is overdue is overdue here too. */
async function take(work: Work, caseId: string, line: LedgerTask, offeredById: string, transferId: string): Promise<void> {
  const { category, what, ownerKind, staffId, agencyId, dueOn, status } = line;
  const answeredAt = status === 'OFFERED' ? null : work.now;
  const owner = { ownerKind, staffId, agencyId, dueOn, status, offeredById, offeredAt: work.now, answeredAt };
  const ends = { decisionId: null, finishedAt: null, resultId: null, reasonId: null };
  const task = await work.insert(Task, { caseId, category, what, ...owner, ...ends });
  work.record('task.offered', task, { transferId });
}
