import { Field, Int, ObjectType } from '@nestjs/graphql';
import { selectionFor } from '../../database/selection.js';
import { codes } from '../../graphql/columns.js';
import { CalendarDate, Instant, Uuid } from '../../graphql/scalars.js';
import { Profession } from '../people/posting.entity.js';
import { OwnerKind, UNFINISHED } from '../tasks/task.entity.js';
import type { Told } from './sentence-of.js';
import type { TrailEntry } from './trail-entry.view.js';

/** What someone can answer for, and the row of which type says so. */
export const HeldKind = codes('HeldKind', ['KEY_PERSON', 'SEAT', 'TASK', 'ISSUE', 'ROLE', 'HANDOVER']);
export type HeldKind = keyof typeof HeldKind;

const KIND_OF: Readonly<Record<string, HeldKind>> = {
  KeyPersonTerm: 'KEY_PERSON',
  Seat: 'SEAT',
  Task: 'TASK',
  Issue: 'ISSUE',
  RoleAllocation: 'ROLE',
  KeyPersonHandover: 'HANDOVER',
};

@ObjectType({ description: 'A member of staff or an agency, by the name of today.' })
export class Named {
  @Field(() => Uuid) id: string;
  @Field() name: string;
}

@ObjectType({ description: 'Something that someone answered for on a day, as the trail sealed it.' })
export class Held {
  @Field(() => HeldKind) kind: HeldKind;
  @Field(() => Uuid, { description: 'The task, issue, seat … itself.' }) id: string;
  @Field(() => Int, { description: 'The entry of the trail that says so.' }) seq: number;
  @Field(() => Uuid) caseId: string;
  @Field() caseNumber: string;
  @Field(() => String, { nullable: true, description: 'What the task, issue or role is, in its words of today.' }) what: string | null;
  @Field(() => OwnerKind, { nullable: true }) ownerKind: keyof typeof OwnerKind | null;
  @Field(() => Named, { nullable: true, description: 'The person; of a hand-over, the one it is offered to.' }) staff: Named | null;
  @Field(() => Named, { nullable: true }) agency: Named | null;
  @Field(() => Named, { nullable: true, description: 'Of a hand-over: who offers it.' }) from: Named | null;
  @Field(() => Profession, { nullable: true }) profession: keyof typeof Profession | null;
  @Field(() => Instant) since: string;
  @Field(() => CalendarDate, { nullable: true }) dueOn: string | null;
  @Field(() => String, { nullable: true }) status: string | null;
  @Field({ description: 'The deadline had passed and it was unfinished.' }) isOverdue: boolean;
  @Field({ description: 'It was offered, and nobody had accepted it.' }) isUnaccepted: boolean;
}

const words = { id: true, what: true } as const;

/** What an entry must bring so that it can be told who answers for what: its facts, and the row that it is about. */
export const STANDING = selectionFor({
  seq: true,
  at: true,
  kind: true,
  caseId: true,
  aboutType: true,
  aboutId: true,
  heldSince: true,
  state: true,
  sentence: true,
  case: { id: true, number: true },
  task: words,
  issue: words,
  role: { id: true, role: true },
  seat: { id: true },
  keyPersonTerm: { id: true },
  handover: { id: true },
  session: { id: true },
});

/** An entry with the row that it is about; a link to a row that the reader may not see is `null`. */
export type Standing = Required<Pick<TrailEntry, 'seq' | 'aboutType' | 'aboutId' | 'state'>> & {
  readonly at: string;
  readonly caseId: string;
  readonly heldSince: string | null;
  readonly sentence: Told;
} & Pick<TrailEntry, 'case' | 'task' | 'issue' | 'role' | 'seat' | 'keyPersonTerm' | 'handover' | 'session' | 'appointment'>;

/** The least of an entry with which it can be said that something is open on a case, or a session ahead. */
export const PRESENT = selectionFor({
  caseId: true,
  aboutType: true,
  aboutId: true,
  case: { id: true },
  task: { id: true },
  issue: { id: true },
  session: { id: true },
  appointment: { id: true },
});
export type Present = Omit<Standing, 'seq' | 'at' | 'state' | 'heldSince' | 'sentence'>;

/** True when the reader may see the row as well as the entry: neither alone is told. */
export const isSeen = ({ case: ofCase, ...row }: Present) =>
  Boolean(ofCase) &&
  (row.aboutType === 'SupportCase' ||
    [row.task, row.issue, row.role, row.seat, row.keyPersonTerm, row.handover, row.session, row.appointment].some(
      (about) => about?.id === row.aboutId,
    ));

/** What the row of an entry says on a day about who answers for it. */
export function heldBy(entry: Standing, on: string): Held {
  const facts = Object.fromEntries(entry.state.map(({ name, value }) => [name, value]));
  const fact = (name: string) => facts[name] ?? null;
  const kind = KIND_OF[entry.aboutType]!;
  const status = fact('status');
  const isUnfinished = kind === 'TASK' && UNFINISHED.some((open) => open === status);
  return {
    kind,
    id: entry.aboutId,
    seq: entry.seq,
    caseId: entry.caseId,
    caseNumber: entry.case!.number,
    what: wordsOf(entry),
    ownerKind: fact('ownerKind') as Held['ownerKind'],
    staff: named(fact('staffId'), entry.sentence.facts['staffId']),
    agency: named(fact('agencyId'), entry.sentence.facts['agencyId']),
    from: named(fact('fromStaffId'), entry.sentence.facts['fromStaffId']),
    profession: fact('profession') as Held['profession'],
    since: entry.heldSince ?? entry.at,
    dueOn: fact('dueOn'),
    status,
    isOverdue: isUnfinished && fact('dueOn')! < on,
    isUnaccepted: isUnfinished && status === 'OFFERED',
  };
}

const wordsOf = ({ task, issue, role }: Standing) => task?.what ?? issue?.what ?? role?.role ?? null;
const named = (id: string | null, name: string | null | undefined): Named | null => (id ? { id, name: name ?? '—' } : null);
