import type { Choice } from '../../database/selection.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { invalid, notFound } from '../../refusal.js';
import { KINDS, type Kind } from '../../trail/kinds.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { UNFINISHED } from '../tasks/task.entity.js';
import { isSeen, STANDING, type Standing } from './held.js';
import { TrailEntry } from './trail-entry.view.js';

/** Whose responsibility is asked for: exactly one of the three. */
export interface Subject {
  readonly caseId?: string | null;
  readonly agencyId?: string | null;
  readonly staffId?: string | null;
}

type Condition = NonNullable<Choice['also']>;

/** In which states a row still binds somebody, by its type; types without a status bind until they end. */
const BINDING: Readonly<Record<string, readonly string[]>> = {
  SupportCase: ['OPEN'],
  ConferenceSession: ['CONVENED', 'OPEN'],
  KeyPersonHandover: ['OFFERED'],
  Issue: ['OPEN'],
  // Nobody carries a declined task: that is what somebody has to answer for.
  Task: [...UNFINISHED, 'DECLINED'],
};
const UNTIL_ENDED = ['Seat', 'KeyPersonTerm', 'RoleAllocation'];

const ABOUT_RESPONSIBILITY = /^(case\.(opened|closed|lead)|seat|key-person|handover|issue|role|decision|task|postponement)/;
const HISTORY_KINDS: readonly Kind[] = KINDS.filter((kind) => ABOUT_RESPONSIBILITY.test(kind));

const PAGE = 500;

/**
 * The trail as it stood at the end of a day in Japan, about one case, agency (with those below it) or person.
 * Everything is read from what was sealed then, under the rules of who asks now.
 */
export class AsOf {
  private constructor(
    private readonly door: ResolverDoor,
    readonly on: string,
    private readonly subject: Subject,
    private readonly agencyIds: readonly string[],
  ) {}

  /**
   * `INVALID` for a day that has not come, and unless exactly one subject is named; `NOT_FOUND` for one that does not
   * exist or may not be seen.
   */
  static async of(door: ResolverDoor, on: string, subject: Subject): Promise<AsOf> {
    refuseUnclear(subject);
    if (on > (await door.today())) throw invalid('on', 'OUT_OF_ORDER', { ja: 'まだ来ていない日です。', en: 'That day has not come yet.' });
    const ids = await found(door, subject);
    if (ids.length === 0) throw notFound();
    return new AsOf(door, on, subject, subject.agencyId ? ids : []);
  }

  /** The last entry about each row that bound somebody then, where both entry and row may be seen. */
  standing(): Promise<Standing[]> {
    return this.all([...Object.keys(BINDING), ...UNTIL_ENDED], this.concerns());
  }

  /** The same for whatever keeps these cases going, whoever answers for it. */
  async standingOn(caseIds: readonly string[]): Promise<Standing[]> {
    if (caseIds.length === 0) return [];
    const types = ['Task', 'Issue', 'ConferenceSession', 'KeyPersonHandover'];
    return this.all(types, (entry, values) => `${entry}.case_id = any (${values.add(caseIds)}::uuid[])`);
  }

  /** Tasks at the moment when their deadline passed and they were unfinished: the entry in force then. */
  async missed(): Promise<Standing[]> {
    const concerns = this.concerns();
    const also: Condition = (entry, values) => {
      const passed = `(((${entry}.state ->> 'dueOn')::date + 1)::timestamp at time zone 'Asia/Tokyo')`;
      return `${entry}.state ->> 'dueOn' < ${values.add(this.on)} and ${entry}.state ->> 'status' = any (${values.add(UNFINISHED)}::text[])
        and ${entry}.at < ${passed} and not exists (select from trail later where later.about_type = 'Task'
          and later.about_id = ${entry}.about_id and later.seq > ${entry}.seq and later.at < ${passed})
        and ${concerns(entry, values)}`;
    };
    return this.pages({ aboutType: 'Task' }, also);
  }

  /** What a list of the history chooses: every entry about what the subject ever answered for, or did, up to that day. */
  history(after: number, first: number): Choice {
    return {
      where: { kind: { $in: HISTORY_KINDS }, seq: { $gt: after }, at: { $lte: this.instant } },
      also: this.everConcerned(),
      order: ['seq'],
      first,
    };
  }

  /** The last instant of the day, in Japan. Today it lies ahead, and nothing is sealed beyond now. */
  private get instant(): string {
    return `${this.on}T23:59:59.999+09:00`;
  }

  private concerns(): Condition {
    const { caseId, staffId } = this.subject;
    if (caseId) return (entry, values) => `${entry}.case_id = ${values.add(caseId)}::uuid`;
    if (staffId)
      return (entry, values) => `${values.add(staffId)}::text in (${entry}.state ->> 'staffId', ${entry}.state ->> 'fromStaffId')`;
    return (entry, values) =>
      `coalesce(${entry}.state ->> 'agencyId', ${entry}.state ->> 'leadAgencyId') = any (${values.add(this.agencyIds)}::text[])`;
  }

  private everConcerned(): Condition {
    const concerns = this.concerns();
    const { caseId, staffId } = this.subject;
    if (caseId) return concerns;
    return (entry, values) => {
      const held = `exists (select from trail earlier where earlier.about_type = ${entry}.about_type and earlier.about_id = ${entry}.about_id
        and earlier.at <= ${values.add(this.instant)}::timestamptz and ${concerns('earlier', values)})`;
      return staffId ? `(${entry}.actor_id = ${values.add(staffId)}::uuid or ${held})` : held;
    };
  }

  private all(types: readonly string[], concerns: Condition): Promise<Standing[]> {
    const also: Condition = (entry, values) => {
      const instant = `${values.add(this.instant)}::timestamptz`;
      const statuses = Object.entries(BINDING).map(
        ([type, binding]) => `when '${type}' then ${entry}.state ->> 'status' = any (${values.add(binding)}::text[])`,
      );
      return `${concerns(entry, values)}
        and case ${entry}.about_type ${statuses.join(' ')} else coalesce((${entry}.state ->> 'until')::timestamptz > ${instant}, true) end
        and not exists (select from trail later where later.about_type = ${entry}.about_type and later.about_id = ${entry}.about_id
          and later.seq > ${entry}.seq and later.at <= ${instant})`;
    };
    return this.pages({ aboutType: { $in: types }, at: { $lte: this.instant } }, also);
  }

  private async pages(where: NonNullable<Choice['where']>, also: Condition): Promise<Standing[]> {
    const read: Standing[] = [];
    for (let after = 0; ;) {
      const choice = { where: { ...where, seq: { $gt: after } }, also, order: ['seq'] };
      const page = (await this.door.select(TrailEntry, STANDING, choice)) as unknown as Standing[];
      read.push(...page.filter(isSeen));
      if (page.length < PAGE) return read;
      after = page.at(-1)!.seq;
    }
  }
}

function refuseUnclear({ caseId, agencyId, staffId }: Subject): void {
  const named = [caseId, agencyId, staffId].filter(Boolean).length;
  if (named === 1) return;
  throw invalid('caseId', named === 0 ? 'REQUIRED' : 'NOT_ALLOWED', {
    ja: 'ケース・機関・職員のうち一つだけを指定してください。',
    en: 'Please name a case, an agency or a member of staff: exactly one.',
  });
}

/** The ids that the subject stands for, under the rules: an agency stands for those below it too. */
async function found(door: ResolverDoor, { caseId, agencyId, staffId }: Subject): Promise<string[]> {
  const below: Condition = (agency, values) => `${agency}.id in (
    with recursive below as (select id from agency where id = ${values.add(agencyId)}::uuid
      union select part.id from agency part join below on part.parent_id = below.id) select id from below)`;
  const rows = caseId
    ? await door.columns(SupportCase, ['id'], { where: { id: caseId } })
    : staffId
      ? await door.columns(Staff, ['id'], { where: { id: staffId } })
      : await door.columns(Agency, ['id'], { also: below });
  return rows.map((row) => row.id);
}
