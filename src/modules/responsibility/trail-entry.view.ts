import { Field, ObjectType } from '@nestjs/graphql';
import { Code, Derived, Line, Moment, Ref, Sequence, To, View, Worded, type Linked } from '../../graphql/columns.js';
import { Instant, Uuid } from '../../graphql/scalars.js';
import type { Kind } from '../../trail/kinds.js';
import { Appointment } from '../appointments/appointment.entity.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { KeyPersonHandover } from '../cases/key-person-handover.entity.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Issue } from '../conference/issue.entity.js';
import { RoleAllocation } from '../conference/role-allocation.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Postponement } from '../tasks/postponement.entity.js';
import { Task } from '../tasks/task.entity.js';
import { sentenceOf, type Told } from './sentence-of.js';

/** Kinds after which someone else may answer for the row. */
const HANDS_OVER = [
  'case.opened',
  'case.lead-agency-changed',
  'seat.given',
  'key-person.began',
  'handover.offered',
  'session.convened',
  'issue.named',
  'issue.assigned',
  'role.allocated',
  'decision.taken',
  'task.offered',
  'task.reassigned',
] as const satisfies readonly Kind[];

@ObjectType({ description: 'One fact of an entry: an identifier, a code, a date or a number; never words.' })
export class Fact {
  @Field() name: string;
  @Field(() => String, { nullable: true }) value: string | null;
}

const facts = (column: string) => (t: string) =>
  `(select coalesce(json_agg(json_build_object('name', key, 'value', value) order by key), '[]') from jsonb_each_text(${t}.${column}))`;

/** The facts of an entry with names instead of the ids of staff and agencies: the directory is open to whoever is signed in. */
const told = (t: string) => `(
  select json_build_object('kind', ${t}.kind, 'actor', (select name from staff where id = ${t}.actor_id),
    'facts', coalesce(json_object_agg(fact.key, coalesce(staff.name, agency.name, fact.value)), '{}'))
  from jsonb_each_text(${t}.data || ${t}.state) fact
  left join staff on staff.id = case when fact.value ~ '^[0-9a-f-]{36}$' then fact.value::uuid end
  left join agency on agency.id = case when fact.value ~ '^[0-9a-f-]{36}$' then fact.value::uuid end)`;

/** Since when whoever answers for the row after this entry does so: the last time before it that someone was given the row. */
const heldSince = (t: string) => `(
  select max(given.at) from trail given where given.about_type = ${t}.about_type and given.about_id = ${t}.about_id and given.seq <= ${t}.seq
     and given.kind in (${HANDS_OVER.map((kind) => `'${kind}'`).join(', ')}))`;

@View('trail', 'An entry of the trail, sealed: what happened, who did it, and who answered for the row from then on.')
export class TrailEntry {
  @Sequence() seq: number;
  @Moment() at: Date;
  /** What happened, in the past tense: `task.reassigned`. */
  @Line() kind: string;
  /** The person who acted; `null` when the system did. */
  @Ref({ nullable: true }) actorId: string | null;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Ref({ nullable: true }) sessionId: string | null;
  @Code(Category) category: Category;
  @Ref({ nullable: true }) confinedTo: string | null;
  @Line() aboutType: string;
  @Ref() aboutId: string;
  @Ref({ nullable: true }) noteId: string | null;
  @Derived(() => [Uuid], (t) => `${t}.addressed_to`)
  to?: string[];
  @Derived(() => [Fact], facts('state')) state?: Fact[];
  @Derived(() => [Fact], facts('data')) data?: Fact[];
  @Derived(() => String, (t) => `encode(${t}.hash, 'hex')`)
  hash?: string;
  @Derived(() => Instant, heldSince, { nullable: true }) heldSince?: string;
  @Worded<Told>(told, sentenceOf) sentence?: string;
  @To(() => Staff, 'actorId') actor?: Linked<Staff>;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  /** Why, or what came of it. */
  @To(() => Note, 'noteId') note?: Linked<Note>;
  @To(() => Task, 'aboutId') task?: Linked<Task>;
  @To(() => Issue, 'aboutId') issue?: Linked<Issue>;
  @To(() => RoleAllocation, 'aboutId') role?: Linked<RoleAllocation>;
  @To(() => Seat, 'aboutId') seat?: Linked<Seat>;
  @To(() => KeyPersonTerm, 'aboutId') keyPersonTerm?: Linked<KeyPersonTerm>;
  @To(() => KeyPersonHandover, 'aboutId') handover?: Linked<KeyPersonHandover>;
  @To(() => ConferenceSession, 'aboutId') session?: Linked<ConferenceSession>;
  @To(() => Appointment, 'aboutId') appointment?: Linked<Appointment>;
  @To(() => Postponement, 'aboutId') postponement?: Linked<Postponement>;
}
