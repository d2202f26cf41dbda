import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ContactDetail, ContactKind } from './contact-detail.entity.js';

@InputType()
export class AddContactDetailInput {
  @Field(() => Uuid) memberId: string;
  @Field(() => ContactKind) kind: keyof typeof ContactKind;
  @Field(() => ShortText, { description: 'An address with its number, a telephone number with its area code, or a mail address.' })
  value: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Today when not given.' }) since?: string | null;
}

@InputType()
export class EndContactDetailInput {
  @Field(() => Uuid) contactDetailId: string;
  @Field(() => Int) version: number;
  @Field(() => CalendarDate, { nullable: true, description: 'The last day on which it reached them; today when not given.' })
  until?: string | null;
}

/**
 * Adds where someone of the household can be reached. Of a shielded household it is of the category SAFETY from the first: who may
 * write contact data may hand in a new number without reading it afterwards. `FORBIDDEN` for those who write neither category;
 * `INVALID` for a value that is no address, number or mail address, and for a day in the future.
 */
export async function addContactDetail(work: Work, input: AddContactDetailInput): Promise<ContactDetail> {
  const { id: memberId, householdId } = await work.lock(HouseholdMember, input.memberId);
  const { kind, value, since } = input;
  const { id: caseId } = await openCaseOf(work, householdId);
  const category = (await work.scope.unseen.isShielded(householdId)) ? 'SAFETY' : 'IDENTITY';
  work.must('add', { householdId, category }, ContactDetail);
  refuseFuture(work, since, 'input.since');
  const added = await work.insert(ContactDetail, { householdId, memberId, category, kind, value, since: since ?? work.today, until: null });
  work.record('contact.added', added, { caseId });
  return added;
}

/** Ends a contact detail; it is never edited, a new one takes its place. `CONFLICT` when it has ended. */
export async function endContactDetail(work: Work, input: EndContactDetailInput): Promise<ContactDetail> {
  const contact = await work.lock(ContactDetail, input.contactDetailId, input.version);
  work.must('end', contact);
  const { id: caseId } = await openCaseOf(work, contact.householdId);
  if (contact.until !== null) throw conflict({ ja: 'この連絡先はすでに終了しています。', en: 'This contact detail has already ended.' });
  refuseFuture(work, input.until, 'input.until');
  await work.save(contact, { until: input.until ?? work.today });
  work.record('contact.ended', contact, { caseId });
  return contact;
}

/** `CONFLICT` for a household whose case is closed. */
export async function openCaseOf(work: Work, householdId: string): Promise<SupportCase> {
  const found = await work.scope.first(SupportCase, { householdId, status: 'OPEN' });
  if (!found) throw conflict({ ja: 'このケースは終結しています。', en: 'This case is closed.' });
  return found;
}

function refuseFuture(work: Work, day: string | null | undefined, path: string): void {
  if (day && day > work.today) throw invalid(path, 'OUT_OF_ORDER', { ja: '未来の日付です。', en: 'This day lies in the future.' });
}
